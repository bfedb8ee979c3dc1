import pathlib
import re

import litellm

FENCE = re.compile(r"```(?:python)?\n(.*?)```", re.S)


def stream(question):
    for chunk in litellm.completion(
        model="ollama/codellama",
        messages=[{"role": "user", "content": question}],
        stream=True,
    ):
        piece = chunk.choices[0].delta.content
        if piece:
            yield piece


def collect(question):
    pieces = []
    for p in stream(question):
        print(p, end="", flush=True)
        pieces.append(p)
    return "".join(pieces)


def plot(question, data):
    text = collect(question)
    found = FENCE.search(text)
    if not found:
        return
    scope = {"data": data}
    pathlib.Path("proposed_plot.py").write_text(found.group(1))
    return scope.get("figure")


if __name__ == "__main__":
    plot("Plot the list `data` as a bar chart in matplotlib", [3, 1, 4, 1, 5])
