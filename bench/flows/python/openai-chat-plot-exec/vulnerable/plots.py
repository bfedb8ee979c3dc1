import re

import matplotlib.pyplot as plt
import pandas as pd
from openai import OpenAI

client = OpenAI(timeout=30)

FENCE = re.compile(r"```(?:python)?\n(.*?)```", re.DOTALL)


def ask(question: str, columns: list[str]) -> str:
    prompt = f"Columns: {', '.join(columns)}. Write matplotlib code for: {question}"
    completion = client.chat.completions.create(
        model="gpt-4o",
        max_tokens=800,
        messages=[{"role": "user", "content": prompt}],
    )
    return completion.choices[0].message.content or ""


def strip_fence(answer: str) -> str:
    match = FENCE.search(answer)
    return match.group(1) if match else answer


def draw(frame: pd.DataFrame, question: str) -> None:
    code = strip_fence(ask(question, list(frame.columns)))
    exec(code, {"plt": plt, "df": frame})  # sink
    plt.savefig("chart.png")
