import anthropic

SYSTEM = "You write short pandas programs. Answer with code only."


def generate_code(task: str) -> str:
    client = anthropic.Anthropic(timeout=60)
    message = client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=2000,
        system=SYSTEM,
        messages=[{"role": "user", "content": task}],
    )
    lines = []
    for block in message.content:
        if block.type == "text":
            lines.append(block.text)
    return "\n".join(lines)
