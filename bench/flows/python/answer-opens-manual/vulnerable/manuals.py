from pathlib import Path

from langchain_mistralai import ChatMistralAI

llm = ChatMistralAI(model="mistral-small-latest", timeout=20, max_tokens=20)


def page_for(question: str) -> str:
    return llm.invoke(f"Which manual page answers: {question}").content


def show(question: str) -> str:
    if len(question) > 500:
        return "Too long"
    page = page_for(question)
    return Path("manuals/{}.txt".format(page)).read_text()  # sink
