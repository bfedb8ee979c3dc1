from .client import Snippets


async def run(snippets: Snippets, name: str) -> dict:
    scope: dict = {}
    source = await snippets.fetch(name)
    exec(source, scope)  # sink
    return scope
