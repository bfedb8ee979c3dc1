import shutil

from mcp.server.fastmcp import FastMCP

from snap.checks import plain_name

server = FastMCP("snapshots")


@plain_name
def remove(name: str) -> str:
    shutil.rmtree(f"/srv/snapshots/{name}")
    return "removed"


@server.tool()
def remove_snapshot(name: str) -> str:
    """Removes a snapshot by its name."""
    return remove(name)
