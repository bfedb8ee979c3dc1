import json
import sys

import anthropic
import pandas as pd

KINDS = ("line", "bar", "scatter")
client = anthropic.Anthropic()


def complete(prompt: str) -> str:
    message = client.messages.create(
        model="claude-3-7-sonnet-latest",
        max_tokens=200,
        messages=[{"role": "user", "content": prompt}],
    )
    return message.content[0].text


def plot(frame: pd.DataFrame, wish: str) -> None:
    answer = json.loads(complete(f'Columns: {list(frame)}. Answer {{"kind", "x", "y"}} for: {wish}'))
    if answer["kind"] not in KINDS or answer["x"] not in frame or answer["y"] not in frame:
        raise SystemExit("not a chart that can be drawn")
    frame.plot(kind=answer["kind"], x=answer["x"], y=answer["y"]).figure.savefig("plot.png")


if __name__ == "__main__":
    plot(pd.read_csv("data.csv"), sys.argv[1])
