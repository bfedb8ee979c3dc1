import httpx
from langchain_qdrant import QdrantVectorStore


def sources(store: QdrantVectorStore, topic: str):
    for document in store.similarity_search(topic, k=5):
        yield document.metadata["source"]


def fetch(address: str) -> str:
    return httpx.get(address, timeout=5).text  # sink


def refresh(embeddings, topic: str) -> list[str]:
    store = QdrantVectorStore.from_existing_collection(
        collection_name="pages", embedding=embeddings, url="http://localhost:6333"
    )
    return [fetch(address) for address in sources(store, topic)]
