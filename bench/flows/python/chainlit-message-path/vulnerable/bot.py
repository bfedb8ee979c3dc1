from pathlib import Path

import chainlit as cl

LIBRARY = Path("library")


def excerpt(name: str) -> str:
    return (LIBRARY / name).read_text()[:2000]  # sink


@cl.on_message
async def on_message(message: cl.Message) -> None:
    if message.content.startswith("/read "):
        name = message.content.removeprefix("/read ")
        await cl.Message(content=excerpt(name)).send()
    else:
        await cl.Message(content="Say /read and a name").send()
