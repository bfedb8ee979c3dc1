import asyncio
import ipaddress

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("network")


async def run(*command: str) -> str:
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate()
    return output.decode()


@mcp.tool()
async def ping(host: str, count: int = 3) -> str:
    """Pings a host."""
    address = ipaddress.ip_address(host)
    return await run("ping", "-c", str(int(count)), str(address))


mcp.run(transport="stdio")
