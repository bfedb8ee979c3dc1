import os
import sys

from .policy import permitted
from .steps import steps


def main(goal):
    for n, step in enumerate(permitted(steps(goal))):
        print(f"[{n}] {step}")
        if os.system(step) != 0:
            sys.exit(1)


main(" ".join(sys.argv[1:]) or "set up this project")
