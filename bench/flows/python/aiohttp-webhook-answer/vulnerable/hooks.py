import asyncio
import json

import aiohttp
from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model="gpt-4o-mini", timeout=20, max_tokens=100)


async def find_webhook(manual: str) -> str:
    answer = await llm.ainvoke(f"The webhook of this manual as JSON with url: {manual}")
    return json.loads(answer.content).get("url", "")


async def notify(manual: str, event: dict) -> int:
    url = await find_webhook(manual)
    async with aiohttp.ClientSession() as session:
        async with session.post(url, json=event) as response:  # sink
            return response.status


asyncio.run(notify("…", {"kind": "deployed"}))
