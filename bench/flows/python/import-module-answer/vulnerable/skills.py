import importlib

from anthropic import Anthropic

client = Anthropic(timeout=20)


def skill_for(request: str) -> str:
    message = client.messages.create(
        model="claude-haiku-4-5",
        max_tokens=20,
        messages=[{"role": "user", "content": f"Which skill module fits: {request}"}],
    )
    return message.content[0].text.strip()


def handle(request: str) -> str:
    name = skill_for(request)
    module = importlib.import_module(f"skills.{name}")  # sink
    return module.run(request)
