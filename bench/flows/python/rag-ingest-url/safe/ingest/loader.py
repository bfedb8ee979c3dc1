from urllib.parse import urlsplit

import aiohttp

PARTNERS = ("blog.partner.example", "press.partner.example")


async def load(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme != "https" or parts.hostname not in PARTNERS:
        return ""
    async with aiohttp.ClientSession() as session:
        async with session.get(address, allow_redirects=False) as response:
            return await response.text()
