import os


def backend_name() -> str:
    return os.environ.get("RAG_BACKEND", "faiss").lower()
