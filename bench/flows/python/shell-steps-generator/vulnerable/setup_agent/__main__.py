import os
import sys

from .steps import steps


def main(goal):
    for n, step in enumerate(steps(goal)):
        print(f"[{n}] {step}")
        if os.system(step) != 0:  # sink
            sys.exit(1)


main(" ".join(sys.argv[1:]) or "set up this project")
