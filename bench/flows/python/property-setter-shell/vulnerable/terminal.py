import subprocess

import ollama


class Terminal:
    def __init__(self) -> None:
        self._command = "true"

    @property
    def command(self) -> str:
        return self._command

    @command.setter
    def command(self, value: str) -> None:
        self._command = value.strip()

    def run(self) -> str:
        return subprocess.check_output(self.command, shell=True, text=True)  # sink


def assist(goal: str) -> str:
    terminal = Terminal()
    terminal.command = ollama.generate(model="llama3", prompt=f"Command to {goal}")["response"]
    return terminal.run()
