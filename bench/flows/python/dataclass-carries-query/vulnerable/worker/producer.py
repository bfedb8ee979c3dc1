from langchain_ollama import OllamaLLM

from .task import Task

llm = OllamaLLM(model="sqlcoder")
queue: list[Task] = []


def enqueue(question: str) -> None:
    queue.append(Task(label=question, query=llm.invoke(question)))
