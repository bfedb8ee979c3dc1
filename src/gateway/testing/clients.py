"""What Python's clients of models see of a gateway, as lines of JSON; run by sdk-python.test.ts."""

import json
import sys

import anthropic
import openai

url, task = sys.argv[1], sys.argv[2]
chat = openai.OpenAI(api_key="key", base_url=f"{url}/v1", max_retries=0)
claude = anthropic.Anthropic(api_key="key", base_url=url, max_retries=0)
messages = [{"role": "user", "content": "Hello."}]
schema = {"type": "object", "properties": {"text": {"type": "string"}}}
function = {"name": "lookup", "description": "Looks up.", "parameters": schema}
tools = [{"type": "function", "function": function}]


def say(name, work):
    """Runs one call; an error of the client's is told by its class, status and code."""
    try:
        said = work()
    except (openai.APIError, anthropic.APIError) as error:
        body = error.body if isinstance(error.body, dict) else {}
        said = {
            "error": type(error).__name__,
            "status": getattr(error, "status_code", None),
            "code": getattr(error, "code", None) or body.get("code"),
            "message": str(error.message),
        }
    print(json.dumps({"name": name, "said": said}))


def chat_whole():
    message = chat.chat.completions.create(model="m", messages=messages, tools=tools).choices[0].message
    return {"text": message.content, "calls": [call.function.arguments for call in message.tool_calls or []]}


def chat_stream():
    text, arguments, reason, refusal = "", "", None, None
    for chunk in chat.chat.completions.create(model="m", messages=messages, tools=tools, stream=True):
        for choice in chunk.choices:
            text += choice.delta.content or ""
            refusal = choice.delta.refusal or refusal
            reason = choice.finish_reason or reason
            for call in choice.delta.tool_calls or []:
                arguments += call.function.arguments or ""
    return {"text": text, "calls": [arguments] if arguments else [], "reason": reason, "refusal": refusal}


def chat_helper():
    with chat.chat.completions.stream(model="m", messages=messages) as stream:
        for _ in stream:
            pass
        return {"text": stream.get_final_completion().choices[0].message.content}


def responses_whole():
    answer = chat.responses.create(model="m", input="Hello.")
    return {"text": answer.output_text, "calls": [item.arguments for item in answer.output if item.type == "function_call"]}


def responses_stream():
    text, last = "", None
    for event in chat.responses.create(model="m", input="Hello.", stream=True):
        last = event
        if event.type == "response.output_text.delta":
            text += event.delta
    reason = last.response.incomplete_details.reason if last.response.incomplete_details else None
    return {"text": text, "last": last.type, "reason": reason}


def completions_stream():
    chunks = chat.completions.create(model="m", prompt="Once", stream=True)
    return {"text": "".join(chunk.choices[0].text for chunk in chunks if chunk.choices)}


def embeddings():
    return {"count": len(chat.embeddings.create(model="m", input=["a", "b"], encoding_format="float").data)}


def claude_whole():
    answer = claude.messages.create(model="m", max_tokens=9, messages=messages)
    return {
        "text": "".join(block.text for block in answer.content if block.type == "text"),
        "calls": [block.input for block in answer.content if block.type == "tool_use"],
    }


def claude_stream():
    with claude.messages.stream(model="m", max_tokens=9, messages=messages) as stream:
        text = "".join(stream.text_stream)
        calls = [block.input for block in stream.get_final_message().content if block.type == "tool_use"]
    return {"text": text, "calls": calls}


def blocked_request():
    return chat.chat.completions.create(model="m", messages=[{"role": "user", "content": "FORBIDDEN"}]).id


def blocked_claude_request():
    content = [{"role": "user", "content": "FORBIDDEN"}]
    return claude.messages.create(model="m", max_tokens=9, messages=content).id


tasks = {
    "text": [chat_whole, chat_stream, chat_helper, responses_whole, responses_stream, completions_stream, embeddings, claude_whole, claude_stream],
    "calls": [chat_whole, chat_stream, responses_whole, claude_whole, claude_stream],
    "blocked": [blocked_request, blocked_claude_request, chat_whole, chat_stream, responses_whole, responses_stream, claude_whole, claude_stream],
}
for one in tasks[task]:
    say(one.__name__, one)
