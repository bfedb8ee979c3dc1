import re
import sys

import anthropic
import pandas as pd

FENCE = re.compile(r"```(?:python)?\n(.*?)```", re.S)
client = anthropic.Anthropic()


def complete(prompt: str) -> str:
    message = client.messages.create(
        model="claude-3-7-sonnet-latest",
        max_tokens=1500,
        messages=[{"role": "user", "content": prompt}],
    )
    return message.content[0].text


def split_answer(answer: str) -> tuple[str, str]:
    found = FENCE.search(answer)
    code = found.group(1) if found else ""
    return code, FENCE.sub("", answer).strip()


def plot(frame: pd.DataFrame, wish: str) -> None:
    code, remark = split_answer(complete(f"Columns: {list(frame)}. Write matplotlib code for: {wish}"))
    print(remark)
    exec(compile(code, "<plot>", "exec"), {"df": frame})  # sink


if __name__ == "__main__":
    plot(pd.read_csv(sys.argv[1]), sys.argv[2])
