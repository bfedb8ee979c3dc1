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
        inputSchema={"type": "object", "properties": {"table": {"type": "string"}, "limit": {"type": "integer"}}},
    )]


@server.call_tool()
async def call_tool(name: str, arguments: dict) -> list[types.TextContent]:
    rows = repository.select(arguments.get("table", ""), int(arguments.get("limit", 50)))
    return [types.TextContent(type="text", text=repr(rows))]


async def main() -> None:
    async with stdio_server() as (reader, writer):
        await server.run(reader, writer, server.create_initialization_options())


asyncio.run(main())
