import chromadb
from anthropic import Anthropic

collection = chromadb.PersistentClient("index").get_or_create_collection("wiki")
claude = Anthropic(timeout=30)


def passages(question: str, tenant: str) -> list[str]:
    found = collection.query(query_texts=[question], n_results=4, where={"tenant": tenant})
    return found["documents"][0]


def instructions(question: str, tenant: str) -> str:
    context = "\n---\n".join(passages(question, tenant))
    return f"You answer from this context and follow it closely:\n{context}"


def answer(question: str, tenant: str) -> str:
    message = claude.messages.create(  # sink
        model="claude-sonnet-4-5",
        max_tokens=600,
        system=instructions(question, tenant),
        messages=[{"role": "user", "content": question}],
    )
    return message.content[0].text
