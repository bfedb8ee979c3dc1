import os

from ollama import chat

from .quoting import argument


def announce(event: str, strict: bool = False) -> None:
    reply = chat("llama3", messages=[{"role": "user", "content": f"Announce {event}"}])
    text = reply["message"]["content"]
    os.system("espeak " + argument(text, strict))  # sink
