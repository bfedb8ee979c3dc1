from anthropic import AsyncAnthropic
from mcp import ClientSession

claude = AsyncAnthropic(timeout=60)
REVIEWED = [
    {
        "name": "forecast",
        "description": "Weather of the next days",
        "input_schema": {"type": "object", "properties": {"city": {"type": "string"}}},
    },
]


async def tools_of(session: ClientSession) -> list[dict]:
    listed = await session.list_tools()
    offered = {tool.name for tool in listed.tools}
    return [tool for tool in REVIEWED if tool["name"] in offered]


async def ask(session: ClientSession, question: str):
    tools = await tools_of(session)
    return await claude.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=1000,
        tools=tools,
        messages=[{"role": "user", "content": question}],
    )
