import shlex
import subprocess

from openai import OpenAI


def options_for(wish: str) -> list[str]:
    client = OpenAI(timeout=30)
    completion = client.chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=100,
        messages=[
            {"role": "system", "content": "Answer with ffmpeg options only."},
            {"role": "user", "content": wish},
        ],
    )
    return shlex.split(completion.choices[0].message.content)


def cut(wish: str) -> None:
    options = options_for(wish)
    subprocess.run(["ffmpeg", "-i", "talk.mp4", *options, "out.mp4"], check=True)  # sink
