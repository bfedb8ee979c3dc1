from fastmcp import Client

REMOTE = "https://memory.example.net/mcp"


class Recall:
    def __init__(self, address=REMOTE):
        self.client = Client(address)

    async def about(self, topic):
        async with self.client:
            res = await self.client.call_tool("recall", {"topic": topic})
        texts = [c.text for c in res.content if getattr(c, "text", None)]
        return texts[0] if texts else ""
