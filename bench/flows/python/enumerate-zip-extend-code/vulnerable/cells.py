import json

import litellm

SETUP = ["import math", "import statistics"]


def generated(topic: str) -> list[str]:
    response = litellm.completion(
        model="claude-sonnet-4-5",
        max_tokens=900,
        timeout=60,
        messages=[{"role": "user", "content": f"A JSON list of notebook cells on {topic}"}],
    )
    return json.loads(response.choices[0].message.content)


def collect(topic: str) -> tuple[list[str], list[str]]:
    cells = list(SETUP)
    proposed = generated(topic)
    cells.extend(proposed)
    return cells, proposed


def run(topic: str) -> None:
    scope: dict = {}
    cells, proposed = collect(topic)
    print(len(proposed), "cells proposed")
    for number, (cell, name) in enumerate(zip(cells, range(100))):
        exec(compile(cell, f"cell-{name}", "exec"), scope)  # sink
        print("done", number)
