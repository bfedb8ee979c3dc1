import anthropic

claude = anthropic.Anthropic(timeout=30)


def propose(goal: str) -> str:
    reply = claude.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=900,
        messages=[{"role": "user", "content": f"A YAML list of steps to {goal}"}],
    )
    return reply.content[0].text
