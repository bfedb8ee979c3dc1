import json

from .client import Snippets


async def run(snippets: Snippets, name: str) -> dict:
    scope: dict = {}
    source = await snippets.fetch(name)
    for key, value in json.loads(source).items():
        scope[str(key)] = float(value)
    return scope
