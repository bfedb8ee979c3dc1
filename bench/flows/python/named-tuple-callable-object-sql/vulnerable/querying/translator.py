from typing import NamedTuple

import anthropic


class Translation(NamedTuple):
    question: str
    query: str
    template: str = "SELECT count(*) FROM visits"


class Translator:
    def __init__(self) -> None:
        self._client = anthropic.Anthropic(timeout=30)

    def __call__(self, question: str) -> Translation:
        message = self._client.messages.create(
            model="claude-sonnet-4-5",
            max_tokens=200,
            messages=[{"role": "user", "content": f"MySQL for: {question}"}],
        )
        return Translation(question, message.content[0].text)
