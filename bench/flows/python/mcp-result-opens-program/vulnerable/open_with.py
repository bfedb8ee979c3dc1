import asyncio
import json
import subprocess

from mcp import ClientSession
from mcp.client.streamable_http import streamablehttp_client


def start(program: str, document: str) -> None:
    subprocess.Popen([program, document])  # sink


async def main() -> None:
    async with streamablehttp_client("https://desk.example/mcp") as (read, write, _):
        async with ClientSession(read, write) as session:
            await session.initialize()
            result = await session.call_tool("viewer_for", {"type": "invoice"})
            viewer = json.loads(result.content[0].text)
            start(viewer["program"], "invoice.pdf")


asyncio.run(main())
