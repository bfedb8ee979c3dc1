from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("notes")
ROOT = Path("/srv/notes")


def load(path: Path, limit: int = 10_000) -> str:
    return path.read_text(encoding="utf-8")[:limit]  # sink


@mcp.tool()
def read_note(name: str) -> str:
    """Reads a note."""
    return load(ROOT / name)


if __name__ == "__main__":
    mcp.run()
