from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("notes")
ROOT = Path("/srv/notes")


def load(path: Path, limit: int = 10_000) -> str:
    return path.read_text(encoding="utf-8")[:limit]


@mcp.tool()
def read_note(name: str) -> str:
    """Reads a note."""
    path = (ROOT / name).resolve()
    if not path.is_relative_to(ROOT):
        return "There is no such note."
    return load(path)


if __name__ == "__main__":
    mcp.run()
