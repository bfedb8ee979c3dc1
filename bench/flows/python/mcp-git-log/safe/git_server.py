import asyncio
import re

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("git-history")


@mcp.tool()
async def history(branch: str, limit: int = 20) -> str:
    """The newest commits of a branch."""
    if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_/-]{0,80}", branch):
        return "not the name of a branch"
    process = await asyncio.create_subprocess_exec(
        "git", "log", "--oneline", "-n", str(int(limit)), branch, "--",
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate()
    return out.decode()


if __name__ == "__main__":
    mcp.run()
