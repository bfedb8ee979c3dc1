import json

from openai import OpenAI

from . import toolbox

client = OpenAI()
SPECS = [
    {"type": "function", "function": {"name": n, "parameters": {"type": "object", "properties": {}}}}
    for n in ("now", "free_space")
]


TOOLS = {"now": toolbox.now, "free_space": toolbox.free_space}


def perform(call):
    kwargs = json.loads(call.function.arguments or "{}")
    fn = TOOLS.get(call.function.name)
    if fn is None:
        return "no such tool"
    return fn(**kwargs)


def chat(text):
    messages = [{"role": "user", "content": text}]
    while True:
        m = client.chat.completions.create(model="gpt-4o-mini", messages=messages, tools=SPECS).choices[0].message
        if not m.tool_calls:
            return m.content
        messages.append(m)
        for call in m.tool_calls:
            messages.append({"role": "tool", "tool_call_id": call.id, "content": str(perform(call))})
