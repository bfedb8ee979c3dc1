import functools
import json
import urllib.request

from anthropic import Anthropic

BASE = "https://registry.example.org/trials/"

TOOLS = [
    {
        "name": "trial",
        "description": "Get a clinical trial",
        "input_schema": {"type": "object", "properties": {"ref": {"type": "string"}}, "required": ["ref"]},
    }
]


def get(timeout, ref):
    with urllib.request.urlopen(BASE + str(int(ref)), timeout=timeout) as res:
        return res.read(20000).decode("utf-8", "replace")


HANDLERS = {"trial": functools.partial(get, 10)}


def use(block):
    handler = HANDLERS[block.name]
    return {"type": "tool_result", "tool_use_id": block.id, "content": handler(block.input["ref"])}


def turn(client, messages):
    msg = client.messages.create(model="claude-sonnet-4-20250514", max_tokens=1000, tools=TOOLS, messages=messages)
    messages.append({"role": "assistant", "content": msg.content})
    results = [use(b) for b in msg.content if b.type == "tool_use"]
    if results:
        messages.append({"role": "user", "content": results})
    return bool(results)


if __name__ == "__main__":
    conversation = [{"role": "user", "content": "What does trial 4711 measure?"}]
    while turn(Anthropic(), conversation):
        pass
    print(json.dumps(conversation[-1], default=str))
