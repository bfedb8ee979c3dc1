import json

from openai import OpenAI

from registry.tools import TOOLS, open_page

client = OpenAI(timeout=30)


def step(messages: list, schemas: list) -> str:
    completion = client.chat.completions.create(
        model="gpt-4o", messages=messages, tools=schemas, max_tokens=200
    )
    call = completion.choices[0].message.tool_calls[0]
    arguments = json.loads(call.function.arguments)
    if call.function.name == "open_page":
        return open_page(arguments["url"])
    return TOOLS["today"]()
