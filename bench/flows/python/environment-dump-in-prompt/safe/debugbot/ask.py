from anthropic import Anthropic

from debugbot.collect import environment


def diagnose(trace: str) -> str:
    content = f"Why does this fail?\n{trace}\nEnvironment:\n{environment()}"
    message = Anthropic(timeout=30).messages.create(
        model="claude-sonnet-4-5",
        max_tokens=500,
        messages=[{"role": "user", "content": content}],
    )
    return message.content[0].text
