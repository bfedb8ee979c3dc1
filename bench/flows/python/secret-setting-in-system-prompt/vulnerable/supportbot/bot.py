from anthropic import Anthropic

from supportbot.settings import Settings, load

claude = Anthropic(timeout=20)


def context(settings: Settings) -> str:
    return f"Region {settings.region}. Billing key {settings.billing_api_key}. Answer kindly."


def answer(question: str) -> str:
    message = claude.messages.create(  # sink
        model="claude-haiku-4-5",
        max_tokens=200,
        system=context(load()),
        messages=[{"role": "user", "content": question}],
    )
    return message.content[0].text
