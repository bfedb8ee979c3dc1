import importlib

from anthropic import Anthropic

client = Anthropic(timeout=20)
SKILLS = frozenset({"weather", "calendar", "mail"})


def skill_for(request: str) -> str:
    message = client.messages.create(
        model="claude-haiku-4-5",
        max_tokens=20,
        messages=[{"role": "user", "content": f"Which skill module fits: {request}"}],
    )
    return message.content[0].text.strip()


def handle(request: str) -> str:
    name = skill_for(request)
    if name not in SKILLS:
        raise LookupError(request)
    module = importlib.import_module(f"skills.{name}")
    return module.run(request)
