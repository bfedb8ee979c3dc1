import subprocess
from dataclasses import dataclass
from typing import Literal

from pydantic_ai import Agent, RunContext


@dataclass
class Deps:
    folder: str


agent = Agent("anthropic:claude-sonnet-4-5", deps_type=Deps)


@agent.tool
def archive(ctx: RunContext[Deps], kind: Literal["gz", "xz"]) -> str:
    """Archives the folder of the user."""
    command = ["tar"]
    command.append("-cJf" if kind == "xz" else "-czf")
    command += ["backup.tar", ctx.deps.folder]
    return subprocess.run(command, capture_output=True, text=True).stderr
