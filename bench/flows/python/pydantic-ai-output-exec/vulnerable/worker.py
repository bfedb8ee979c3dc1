import asyncio

from pydantic_ai import Agent

agent = Agent("openai:gpt-4o", system_prompt="Write Python that does what the ticket asks.")


async def solve(ticket: str) -> str:
    result = await agent.run(ticket)
    return result.output if result.output else "pass"


async def handle(tickets: list[str]) -> None:
    for ticket in tickets:
        program = await solve(ticket)
        exec(program)  # sink


asyncio.run(handle(["Rename every .jpeg file to .jpg"]))
