import subprocess
from dataclasses import dataclass

from pydantic_ai import Agent, RunContext


@dataclass
class Deps:
    folder: str


agent = Agent("anthropic:claude-sonnet-4-5", deps_type=Deps)


@agent.tool
def archive(ctx: RunContext[Deps], options: str, name: str) -> str:
    """Archives the folder of the user."""
    command = ["tar"]
    for option in options.split():
        command.append(option)
    command += [name, ctx.deps.folder]
    return subprocess.run(command, capture_output=True, text=True).stderr  # sink
