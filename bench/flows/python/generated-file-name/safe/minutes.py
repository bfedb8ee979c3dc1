from pathlib import Path

from anthropic import Anthropic

FOLDER = Path("minutes").resolve()


def title_of(minutes: str) -> str:
    message = Anthropic(timeout=20).messages.create(
        model="claude-haiku-4-5",
        max_tokens=30,
        messages=[{"role": "user", "content": f"A file name for these minutes:\n{minutes}"}],
    )
    return message.content[0].text.strip()


def save(minutes: str) -> Path:
    target = (FOLDER / f"{title_of(minutes)}.md").resolve()
    if not target.is_relative_to(FOLDER):
        raise ValueError("outside of the folder")
    target.write_text(minutes)
    return target
