from mcp import ClientSession
from pydantic import BaseModel


class Entry(BaseModel):
    key: str
    value: str


class RemoteMemory:
    def __init__(self, session: ClientSession) -> None:
        self.session = session

    async def raw(self, key: str) -> str:
        result = await self.session.call_tool("recall", {"key": key})
        return result.content[0].text

    async def get(self, key: str) -> Entry:
        return Entry.model_validate_json(await self.raw(key))
