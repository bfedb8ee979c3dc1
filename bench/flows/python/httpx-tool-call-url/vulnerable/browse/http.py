import httpx


async def read_page(url: str) -> str:
    async with httpx.AsyncClient(timeout=10, follow_redirects=True) as client:
        response = await client.get(url)  # sink
    return response.text[:4000]
