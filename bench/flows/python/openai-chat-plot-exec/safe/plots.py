import re

import matplotlib.pyplot as plt
import pandas as pd
from openai import OpenAI

client = OpenAI(timeout=30)

FENCE = re.compile(r"```(?:python)?\n(.*?)```", re.DOTALL)


def ask(question: str, columns: list[str]) -> str:
    prompt = f"Columns: {', '.join(columns)}. Answer line, bar or hist: {question}"
    completion = client.chat.completions.create(
        model="gpt-4o",
        max_tokens=800,
        messages=[{"role": "user", "content": prompt}],
    )
    return completion.choices[0].message.content or ""


def strip_fence(answer: str) -> str:
    match = FENCE.search(answer)
    return match.group(1) if match else answer


CHARTS = {
    "line": lambda frame: frame.plot.line(),
    "bar": lambda frame: frame.plot.bar(),
    "hist": lambda frame: frame.plot.hist(),
}


def draw(frame: pd.DataFrame, question: str) -> None:
    choice = strip_fence(ask(question, list(frame.columns))).strip().lower()
    chart = CHARTS.get(choice)
    if chart is None:
        raise ValueError("no such chart")
    chart(frame)
    plt.savefig("chart.png")
