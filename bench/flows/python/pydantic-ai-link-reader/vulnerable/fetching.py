import httpx


async def fetch_text(url: str) -> str:
    async with httpx.AsyncClient(timeout=15) as client:
        response = await client.get(url, follow_redirects=True)  # sink
        response.raise_for_status()
        return response.text
