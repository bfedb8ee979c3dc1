import os

from llama_index.core import StorageContext, load_index_from_storage

index = load_index_from_storage(StorageContext.from_defaults(persist_dir="./storage"))
ATTACHMENTS = "/srv/mail/attachments"


def read_attachment(name: str) -> str:
    safe_name = os.path.basename(name)
    with open(os.path.join(ATTACHMENTS, safe_name), encoding="utf-8", errors="replace") as handle:
        return handle.read(2000)


def related(question: str) -> list[str]:
    texts = []
    for hit in index.as_retriever(similarity_top_k=4).retrieve(question):
        attachment = hit.node.metadata.get("attachment")
        if attachment:
            texts.append(read_attachment(attachment))
    return texts


if __name__ == "__main__":
    print("\n---\n".join(related("What did the landlord send in March?")))
