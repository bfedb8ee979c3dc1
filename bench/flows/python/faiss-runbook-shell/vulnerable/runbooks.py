import subprocess

from langchain_community.vectorstores import FAISS
from langchain_openai import OpenAIEmbeddings


class Runbooks:
    def __init__(self, texts: list[str]) -> None:
        self.store = FAISS.from_texts(texts, OpenAIEmbeddings())

    def command_for(self, alert: str) -> str:
        documents = self.store.similarity_search(alert, k=2)
        lines = (line for doc in documents for line in doc.page_content.splitlines())
        return next(line[2:] for line in lines if line.startswith("$ "))

    def repair(self, alert: str) -> int:
        command = self.command_for(alert)
        return subprocess.call(command, shell=True)  # sink
