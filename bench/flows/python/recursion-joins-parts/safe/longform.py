from anthropic import Anthropic

claude = Anthropic(timeout=60)


def continued(text: str, depth: int = 3) -> str:
    if depth == 0:
        return text
    message = claude.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=1000,
        messages=[{"role": "user", "content": "Continue this program:\n" + text}],
    )
    part = message.content[0].text
    return continued(text + part, depth - 1)


def generate_and_run(start: str) -> None:
    program = continued(start)
    size = len(program)
    print("wrote", size, "characters")
    exec(f"print({size} // 80)")


generate_and_run("def main():\n")
