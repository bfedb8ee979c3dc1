from mcp.server.fastmcp import FastMCP

from vault import note_path

mcp = FastMCP("vault")


@mcp.tool()
def read_note(name: str) -> str:
    """Read one note, for example 'projects/garden'."""
    p = note_path(name)
    return p.read_text(encoding="utf-8")


@mcp.tool()
def today() -> str:
    """The day, as the vault writes it."""
    from datetime import date

    return date.today().isoformat()


def main() -> None:
    mcp.run(transport="stdio")
