import asyncio
import subprocess

from agents import Agent, Runner, function_tool

PROGRAMS = {"pandoc": "/usr/bin/pandoc", "xelatex": "/usr/bin/xelatex"}


@function_tool
def convert(program: str, quiet: bool = True) -> str:
    """Convert paper.md.

    Args:
        program: the program, pandoc or xelatex
        quiet: whether to hide warnings
    """
    if program not in PROGRAMS:
        return "no such program"
    argv = [PROGRAMS[program], "paper.md"]
    done = subprocess.run(argv, capture_output=quiet, text=True, check=False)
    return f"exit status {done.returncode}"


agent = Agent(name="Typesetter", instructions="You convert papers.", tools=[convert])


async def main():
    result = await Runner.run(agent, "Make a PDF of the paper.")
    print(result.final_output)


asyncio.run(main())
