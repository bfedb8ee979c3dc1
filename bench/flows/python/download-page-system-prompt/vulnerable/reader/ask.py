import anthropic

from reader.page import text_of

claude = anthropic.Anthropic(timeout=30)
MANUAL = "https://docs.example.com/manual"


def ask(question: str) -> str:
    message = claude.messages.create(  # sink
        model="claude-sonnet-4-5",
        max_tokens=400,
        system="Follow this manual: " + text_of(MANUAL),
        messages=[{"role": "user", "content": question}],
    )
    return message.content[0].text
