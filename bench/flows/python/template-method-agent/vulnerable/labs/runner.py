from .base import BaseAgent


class NotebookAgent(BaseAgent):
    def __init__(self):
        self.cells = []
        self.scope = {}

    def act(self, text):
        self.cells.append(text)
        exec(text, self.scope)  # sink
        return self.scope.get("_")
