import subprocess
from typing import Callable

import ollama


def on_each(names: list[str], callback: Callable[[str], None]) -> None:
    for name in names:
        callback(name)


def make_runner(goal: str) -> Callable[[str], None]:
    plan = ollama.generate(model="llama3", prompt=goal)["response"]
    count = 0

    def run(name: str) -> None:
        nonlocal count
        count += 1
        print(plan)
        subprocess.run(f"cd /srv/{count} && gzip -k *.log", shell=True, check=False)

    return run


on_each(["a", "b"], make_runner("One command that compresses the logs here"))
