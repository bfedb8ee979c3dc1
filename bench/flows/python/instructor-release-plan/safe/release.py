import subprocess
from typing import List, Literal

import instructor
from openai import OpenAI
from pydantic import BaseModel


class Step(BaseModel):
    why: str
    target: Literal["test", "build", "docs"]


class Plan(BaseModel):
    steps: List[Step]


client = instructor.from_openai(OpenAI())


def plan(changes: str) -> Plan:
    return client.chat.completions.create(
        model="gpt-4o",
        response_model=Plan,
        messages=[{"role": "user", "content": f"Plan the release with make. Changes:\n{changes}"}],
    )


def main():
    changes = subprocess.check_output(["git", "log", "--oneline", "-20"], text=True)
    for number, step in enumerate(plan(changes).steps, 1):
        print(number, step.why)
        subprocess.check_call(["make", step.target])


if __name__ == "__main__":
    main()
