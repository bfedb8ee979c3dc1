import asyncio

import mcp.types as types
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from repository import Repository

server = Server("clinic-stats")
repository = Repository("stats.db")


@server.list_tools()
async def list_tools() -> list[types.Tool]:
    return [types.Tool(
        name="rows",
        description="Rows of the statistics",
        inputSchema={"type": "object", "properties": {"query": {"type": "string"}}, "required": ["query"]},
    )]


@server.call_tool()
async def call_tool(name: str, arguments: dict) -> list[types.TextContent]:
    rows = repository.select(arguments["query"])
    return [types.TextContent(type="text", text=repr(rows))]


async def main() -> None:
    async with stdio_server() as (reader, writer):
        await server.run(reader, writer, server.create_initialization_options())


asyncio.run(main())
