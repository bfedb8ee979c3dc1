import asyncio

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("network")


async def run(command: str) -> str:
    process = await asyncio.create_subprocess_shell(  # sink
        command, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    return output.decode()


@mcp.tool()
async def ping(host: str, count: int = 3) -> str:
    """Pings a host."""
    return await run(f"ping -c {count} {host}")


mcp.run(transport="stdio")
