import aiohttp


async def load(address: str) -> str:
    async with aiohttp.ClientSession() as session:
        async with session.get(address) as response:  # sink
            return await response.text()
