from .base import BaseAgent


class NotebookAgent(BaseAgent):
    def __init__(self):
        self.cells = []
        self.scope = {}

    def act(self, text):
        self.cells.append(text)
        return f"{len(self.cells)} cells, waiting for review"
