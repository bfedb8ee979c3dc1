from contextlib import asynccontextmanager

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

PARAMS = StdioServerParameters(command="crm-server", args=["--read-only"])


@asynccontextmanager
async def crm():
    async with stdio_client(PARAMS) as (read, write):
        async with ClientSession(read, write) as session:
            await session.initialize()
            yield session


async def company(session, number):
    result = await session.call_tool("company", {"number": number})
    return result.content[0].text
