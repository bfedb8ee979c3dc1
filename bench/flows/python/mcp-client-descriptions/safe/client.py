import asyncio
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from openai import AsyncOpenAI

openai = AsyncOpenAI()

CITY = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
REVIEWED = {
    "forecast": {"name": "forecast", "description": "The weather of the next days", "parameters": CITY},
    "current": {"name": "current", "description": "The weather now", "parameters": CITY},
}


def as_function(tool) -> dict:
    return {"type": "function", "function": REVIEWED[tool.name]}


async def ask(session: ClientSession, question: str) -> str:
    listed = await session.list_tools()
    completion = await openai.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": question}],
        tools=[as_function(tool) for tool in listed.tools if tool.name in REVIEWED],
    )
    return str(completion.choices[0].message)


async def main() -> None:
    parameters = StdioServerParameters(command="npx", args=["-y", "some-weather-server"])
    async with stdio_client(parameters) as (read, write):
        async with ClientSession(read, write) as session:
            await session.initialize()
            print(await ask(session, "Will it rain in Graz?"))


asyncio.run(main())
