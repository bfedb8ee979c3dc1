import subprocess

from langchain_anthropic import ChatAnthropic
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import PromptTemplate

prompt = PromptTemplate.from_template("One shell command that does this: {task}")
model = ChatAnthropic(model="claude-haiku-4-5", timeout=20, max_tokens=80)
chain = prompt | model | StrOutputParser()


def stream(task: str) -> str:
    return "".join(chunk for chunk in chain.stream({"task": task}))


def status(command: str) -> int:
    lines = len(command.splitlines())
    return subprocess.run(f"exit {lines}", shell=True, check=False).returncode


def run_all(tasks: list[str]) -> dict[str, int]:
    return {task: status(stream(task)) for task in tasks}
