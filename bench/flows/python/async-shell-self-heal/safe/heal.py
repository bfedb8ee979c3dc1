import asyncio
from enum import Enum

from anthropic import AsyncAnthropic


class Remedy(Enum):
    RESTART = "restart"
    RELOAD = "reload"
    NOTHING = "nothing"


ARGUMENTS = {
    Remedy.RESTART: ["systemctl", "restart", "nginx"],
    Remedy.RELOAD: ["systemctl", "reload", "nginx"],
    Remedy.NOTHING: ["true"],
}


class Healer:
    def __init__(self) -> None:
        self.client = AsyncAnthropic(timeout=30)
        self.remedy = None

    async def diagnose(self, log: str) -> None:
        message = await self.client.messages.create(
            model="claude-haiku-4-5",
            max_tokens=100,
            messages=[{"role": "user", "content": f"Answer restart, reload or nothing:\n{log}"}],
        )
        self.remedy = Remedy(message.content[0].text.strip().lower())

    async def apply(self) -> int:
        process = await asyncio.create_subprocess_exec(*ARGUMENTS[self.remedy])
        return await process.wait()


async def main() -> None:
    healer = Healer()
    await healer.diagnose("nginx: bind() to 0.0.0.0:80 failed")
    print(await healer.apply())


asyncio.run(main())
