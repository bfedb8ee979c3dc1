import json

from openai import OpenAI

import toolbox

client = OpenAI(timeout=30)


def call_tools(messages: list, tools: list) -> None:
    reply = (
        client.chat.completions.create(
            model="gpt-4o", messages=messages, tools=tools, max_tokens=300
        )
        .choices[0]
        .message
    )
    for call in reply.tool_calls or ():
        function = getattr(toolbox, call.function.name)  # sink
        result = function(**json.loads(call.function.arguments))
        messages.append({"role": "tool", "tool_call_id": call.id, "content": str(result)})
