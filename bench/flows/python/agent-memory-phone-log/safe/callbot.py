from dataclasses import dataclass

import anthropic

import audit

client = anthropic.Anthropic()


@dataclass
class Caller:
    phone_number: str
    question: str


def answer(caller: Caller) -> str:
    audit.note("incoming call", caller.phone_number)
    message = client.messages.create(
        model="claude-3-5-haiku-latest",
        max_tokens=300,
        system="You are the voice of a parcel service.",
        messages=[{"role": "user", "content": caller.question}],
    )
    audit.note("answered", caller.phone_number)
    return message.content[0].text
