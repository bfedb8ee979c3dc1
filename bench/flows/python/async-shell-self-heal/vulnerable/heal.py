import asyncio

from anthropic import AsyncAnthropic


class Healer:
    def __init__(self) -> None:
        self.client = AsyncAnthropic(timeout=30)
        self.remedy = None

    async def diagnose(self, log: str) -> None:
        message = await self.client.messages.create(
            model="claude-haiku-4-5",
            max_tokens=100,
            messages=[{"role": "user", "content": f"Which command repairs this?\n{log}"}],
        )
        self.remedy = message.content[0].text

    async def apply(self) -> int:
        process = await asyncio.create_subprocess_shell(self.remedy)  # sink
        return await process.wait()


async def main() -> None:
    healer = Healer()
    await healer.diagnose("nginx: bind() to 0.0.0.0:80 failed")
    print(await healer.apply())


asyncio.run(main())
