import subprocess
import sys

from openai import OpenAI

client = OpenAI(timeout=60)


def stream_command(task: str) -> str:
    parts: list[str] = []
    stream = client.chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=100,
        stream=True,
        messages=[
            {"role": "system", "content": "Answer with one bash command."},
            {"role": "user", "content": task},
        ],
    )
    for chunk in stream:
        delta = chunk.choices[0].delta.content
        if delta is None:
            continue
        sys.stdout.write(delta)
        parts.append(delta)
    return "".join(parts)


def main() -> None:
    command = stream_command("Find the five largest files here")
    if not command:
        sys.exit("no answer")
    subprocess.Popen(["cat"], stdin=subprocess.PIPE).communicate(command.encode())


main()
