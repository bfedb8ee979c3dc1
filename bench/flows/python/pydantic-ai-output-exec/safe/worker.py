import asyncio
from enum import Enum

from pydantic import BaseModel
from pydantic_ai import Agent


class Action(str, Enum):
    RENAME = "rename"
    ARCHIVE = "archive"


class Plan(BaseModel):
    action: Action


agent = Agent("openai:gpt-4o", output_type=Plan, system_prompt="Pick what the ticket asks for.")


def rename() -> None:
    print("renaming")


def archive() -> None:
    print("archiving")


async def handle(tickets: list[str]) -> None:
    for ticket in tickets:
        result = await agent.run(ticket)
        if result.output.action is Action.RENAME:
            rename()
        else:
            archive()


asyncio.run(handle(["Rename every .jpeg file to .jpg"]))
