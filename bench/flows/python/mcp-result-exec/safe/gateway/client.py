from mcp import ClientSession


class Snippets:
    def __init__(self, session: ClientSession):
        self.session = session
        self.cache: dict[str, str] = {}

    async def fetch(self, name: str) -> str:
        if name not in self.cache:
            answer = await self.session.call_tool("snippet", {"name": name})
            self.cache[name] = answer.content[0].text
        return self.cache[name]
