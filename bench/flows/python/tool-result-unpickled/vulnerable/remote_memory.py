import base64
import pickle

from mcp import ClientSession


class RemoteMemory:
    def __init__(self, session: ClientSession) -> None:
        self.session = session

    async def raw(self, key: str) -> str:
        result = await self.session.call_tool("recall", {"key": key})
        return result.content[0].text

    async def get(self, key: str) -> object:
        encoded = await self.raw(key)
        return pickle.loads(base64.b64decode(encoded))  # sink
