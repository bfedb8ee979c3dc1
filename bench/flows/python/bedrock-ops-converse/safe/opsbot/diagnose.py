import subprocess

from .llm import Advisor

SYMPTOMS = ["disk is filling up", "load average above 20"]


COMMANDS = {
    "df": ["df", "-h"],
    "uptime": ["uptime"],
    "top": ["top", "-b", "-n", "1"],
}


def run(line, timeout=30):
    argv = COMMANDS.get(line)
    if argv is None:
        return "(refused)"
    done = subprocess.run(argv, capture_output=True, text=True, timeout=timeout)
    return done.stdout


def main():
    advisor = Advisor()
    for s in SYMPTOMS:
        proposal = advisor.suggest(s)
        print(s, "->", run(proposal.strip()))


if __name__ == "__main__":
    main()
