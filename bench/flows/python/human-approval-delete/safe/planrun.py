import subprocess

from anthropic import Anthropic

claude = Anthropic(timeout=30)
STEPS = {
    "npm ci": ["npm", "ci", "--ignore-scripts"],
    "make test": ["make", "test"],
}


def plan(goal: str) -> list[str]:
    message = claude.messages.create(
        model="claude-opus-4-1",
        max_tokens=400,
        messages=[{"role": "user", "content": f"Shell commands, one a line, to {goal}"}],
    )
    return message.content[0].text.strip().splitlines()


def run(goal: str) -> None:
    for number, command in enumerate(plan(goal), start=1):
        print(number, command)
        if command not in STEPS or input("Run it? [y/N] ") != "y":
            continue
        subprocess.run(STEPS[command], check=False)


run("set up the project")
