import shutil

from mcp.server.fastmcp import FastMCP

server = FastMCP("snapshots")


def remove(name: str) -> str:
    shutil.rmtree(f"/srv/snapshots/{name}")  # sink
    return "removed"


@server.tool()
def remove_snapshot(name: str) -> str:
    """Removes a snapshot by its name."""
    return remove(name)
