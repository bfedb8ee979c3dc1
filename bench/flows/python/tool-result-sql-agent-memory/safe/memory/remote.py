from dataclasses import dataclass

from mcp import ClientSession


@dataclass(frozen=True)
class Fact:
    subject: str
    text: str


async def learn(session: ClientSession, subject: str) -> Fact:
    result = await session.call_tool("encyclopedia", {"subject": subject})
    return Fact(subject, result.content[0].text)
