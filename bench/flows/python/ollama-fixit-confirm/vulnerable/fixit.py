#!/usr/bin/env python3
"""fixit: `fixit "port 8080 is taken"` asks a local model for a command."""
import os
import sys

import ollama


def propose(problem):
    reply = ollama.chat(
        model="llama3.1",
        messages=[
            {"role": "system", "content": "Answer: one line of explanation, then one line of bash."},
            {"role": "user", "content": problem},
        ],
    )
    why, _, command = reply["message"]["content"].partition("\n")
    return why, command


def main(argv):
    if len(argv) < 2:
        print(__doc__)
        return 2
    why, command = propose(" ".join(argv[1:]))
    print(why)
    print("$", command)
    return os.system(command)  # sink


if __name__ == "__main__":
    sys.exit(main(sys.argv))
