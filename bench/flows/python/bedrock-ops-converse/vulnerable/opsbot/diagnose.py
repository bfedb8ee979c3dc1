import subprocess

from .llm import Advisor

SYMPTOMS = ["disk is filling up", "load average above 20"]


def run(line, timeout=30):
    done = subprocess.run(line, shell=True, capture_output=True, text=True, timeout=timeout)  # sink
    return done.stdout


def main():
    advisor = Advisor()
    for s in SYMPTOMS:
        proposal = advisor.suggest(s)
        print(s, "->", run(proposal.strip()))


if __name__ == "__main__":
    main()
