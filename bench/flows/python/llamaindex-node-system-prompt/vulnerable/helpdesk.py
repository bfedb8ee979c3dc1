import litellm
from llama_index.core import StorageContext, load_index_from_storage

index = load_index_from_storage(StorageContext.from_defaults(persist_dir="storage"))
retriever = index.as_retriever(similarity_top_k=4)


def system_for(question: str) -> str:
    text = "You are the help desk."
    for node in retriever.retrieve(question):
        text += "\n" + node.get_content()
    return text


def help_with(question: str) -> str:
    response = litellm.completion(  # sink
        model="gpt-4o-mini",
        timeout=20,
        max_tokens=300,
        messages=[
            {"role": "system", "content": system_for(question)},
            {"role": "user", "content": question},
        ],
    )
    return response.choices[0].message.content
