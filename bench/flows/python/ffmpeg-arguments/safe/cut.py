import subprocess

from openai import OpenAI


def seconds_for(wish: str) -> list[float]:
    client = OpenAI(timeout=30)
    completion = client.chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=100,
        messages=[
            {"role": "system", "content": "Answer with start and end in seconds."},
            {"role": "user", "content": wish},
        ],
    )
    start, end = completion.choices[0].message.content.split()
    return [float(start), float(end)]


def cut(wish: str) -> None:
    start, end = seconds_for(wish)
    options = ["-ss", f"{start:.2f}", "-to", f"{end:.2f}"]
    subprocess.run(["ffmpeg", "-i", "talk.mp4", *options, "out.mp4"], check=True)
