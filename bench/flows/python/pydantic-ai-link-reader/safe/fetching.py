from urllib.parse import urlparse

import httpx

DOCUMENTATION = frozenset({"docs.acme.example", "help.acme.example"})


def check(url: str) -> None:
    parsed = urlparse(url)
    if parsed.scheme != "https" or parsed.hostname not in DOCUMENTATION:
        raise ValueError("only the documentation can be read")


async def fetch_text(url: str) -> str:
    check(url)
    async with httpx.AsyncClient(timeout=15) as client:
        response = await client.get(url, follow_redirects=False)
        response.raise_for_status()
        return response.text
