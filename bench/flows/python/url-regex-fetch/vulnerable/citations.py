import re

import requests
from openai import OpenAI

URL = re.compile(r"https?://[^\s)]+")


def research(topic: str) -> str:
    client = OpenAI(timeout=60)
    reply = client.chat.completions.create(
        model="gpt-4o",
        max_tokens=600,
        messages=[{"role": "user", "content": f"Name three sources with links on {topic}"}],
    )
    return reply.choices[0].message.content


def links(text: str) -> list[str]:
    return URL.findall(text)


def verify(topic: str) -> dict[str, int]:
    statuses = {}
    for link in links(research(topic)):
        statuses[link] = requests.get(link, timeout=5).status_code  # sink
    return statuses
