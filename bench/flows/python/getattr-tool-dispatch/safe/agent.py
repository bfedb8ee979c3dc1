import json

from openai import OpenAI

import toolbox

client = OpenAI(timeout=30)
REGISTRY = {"free_space": toolbox.free_space, "list_folder": toolbox.list_folder}


def call_tools(messages: list, tools: list) -> None:
    reply = (
        client.chat.completions.create(
            model="gpt-4o", messages=messages, tools=tools, max_tokens=300
        )
        .choices[0]
        .message
    )
    for call in reply.tool_calls or ():
        function = REGISTRY.get(call.function.name)
        if function is None:
            continue
        result = function(**json.loads(call.function.arguments))
        messages.append({"role": "tool", "tool_call_id": call.id, "content": str(result)})
