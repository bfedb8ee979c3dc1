from abc import ABC, abstractmethod

import ollama


class BaseAgent(ABC):
    model = "qwen2.5-coder"

    def step(self, task):
        reply = ollama.generate(model=self.model, prompt=task)
        return self.act(reply["response"])

    @abstractmethod
    def act(self, text):
        ...
