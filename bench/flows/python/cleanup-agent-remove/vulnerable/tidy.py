import logging
import os

import ollama

FOLDER = "/srv/uploads"


def superfluous(names: list[str]) -> list[str]:
    reply = ollama.chat(
        model="llama3.2",
        messages=[{"role": "user", "content": "Which are duplicates?\n" + "\n".join(names)}],
    )
    return [line.strip("- ") for line in reply.message.content.splitlines()]


def tidy() -> None:
    present = os.listdir(FOLDER)
    removed = 0
    try:
        for name in superfluous(present):
            os.remove(os.path.join(FOLDER, name))  # sink
            removed += 1
    finally:
        logging.info("removed %d files", removed)
