import json

from openai import AsyncOpenAI

from .http import read_page

client = AsyncOpenAI(timeout=30)
TOOL = {
    "type": "function",
    "name": "read_page",
    "parameters": {"type": "object", "properties": {"url": {"type": "string"}}},
}


async def step(items: list) -> list:
    response = await client.responses.create(
        model="gpt-5", input=items, tools=[TOOL], max_output_tokens=400
    )
    for item in response.output:
        if item.type == "function_call":
            page = await read_page(**json.loads(item.arguments))
            items.append({"type": "function_call_output", "call_id": item.call_id, "output": page})
    return items
