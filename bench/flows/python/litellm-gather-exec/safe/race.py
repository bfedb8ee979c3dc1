import asyncio
from pathlib import Path

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
    folder = Path("drafts")
    folder.mkdir(exist_ok=True)
    sources = await drafts("Write Python that normalises the phone numbers in users.csv")
    for index, source in enumerate(sources):
        (folder / f"{index}.py.txt").write_text(source)


asyncio.run(main())
