"""MCP server that reads pages of the documentation for an assistant."""
import re
from urllib.parse import urlsplit

import httpx
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("docs-reader")
TAG = re.compile(r"<[^>]+>")
HOSTS = frozenset({"docs.python.org", "peps.python.org", "packaging.python.org"})


@mcp.tool()
async def read_page(url: str, max_chars: int = 4000) -> str:
    """Read a page of the Python documentation as plain text."""
    parts = urlsplit(url)
    if not parts.scheme:
        url = "https://" + url
    async with httpx.AsyncClient(timeout=20) as http:
        res = await http.get(url, follow_redirects=True)  # sink
        res.raise_for_status()
    return TAG.sub("", res.text)[:max_chars]


if __name__ == "__main__":
    mcp.run()
