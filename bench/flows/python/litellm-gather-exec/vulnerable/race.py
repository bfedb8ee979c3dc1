import asyncio

import litellm

MODELS = ("gpt-4o", "claude-sonnet-4-5", "gemini/gemini-2.5-pro")


async def draft(model: str, task: str) -> str:
    response = await litellm.acompletion(
        model=model,
        messages=[{"role": "user", "content": task}],
        max_tokens=900,
        timeout=60,
    )
    return response.choices[0].message.content


async def drafts(task: str) -> list[str]:
    return await asyncio.gather(*[draft(model, task) for model in MODELS])


async def main() -> None:
    for source in await drafts("Write Python that normalises the phone numbers in users.csv"):
        exec(source, {})  # sink


asyncio.run(main())
