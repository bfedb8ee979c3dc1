from anthropic import AsyncAnthropic
from mcp import ClientSession

claude = AsyncAnthropic(timeout=60)


async def tools_of(session: ClientSession) -> list[dict]:
    listed = await session.list_tools()
    return [
        {
            "name": tool.name,
            "description": tool.description,  # sink
            "input_schema": tool.inputSchema,
        }
        for tool in listed.tools
    ]


async def ask(session: ClientSession, question: str):
    tools = await tools_of(session)
    return await claude.messages.create(  # sink
        model="claude-sonnet-4-5",
        max_tokens=1000,
        tools=tools,
        messages=[{"role": "user", "content": question}],
    )
