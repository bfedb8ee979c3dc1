import asyncio

import litellm


async def produce(queue: asyncio.Queue, alerts: list[str]) -> None:
    for alert in alerts:
        response = await litellm.acompletion(
            model="gpt-4o-mini",
            max_tokens=40,
            timeout=20,
            messages=[{"role": "user", "content": f"Command for alert: {alert}"}],
        )
        await queue.put(response.choices[0].message.content)
    await queue.put(None)


async def consume(queue: asyncio.Queue) -> None:
    while (command := await queue.get()) is not None:
        process = await asyncio.create_subprocess_shell(command)  # sink
        await process.wait()


async def main() -> None:
    queue: asyncio.Queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(produce(queue, ["disk full"]))
        group.create_task(consume(queue))


asyncio.run(main())
