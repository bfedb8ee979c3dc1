import asyncio

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("git-history")


@mcp.tool()
async def history(branch: str, limit: int = 20) -> str:
    """The newest commits of a branch."""
    process = await asyncio.create_subprocess_shell(  # sink
        f"git log --oneline -n {limit} {branch}",
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate()
    return out.decode()


if __name__ == "__main__":
    mcp.run()
