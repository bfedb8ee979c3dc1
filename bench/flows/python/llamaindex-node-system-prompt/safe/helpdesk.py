import litellm
from llama_index.core import StorageContext, load_index_from_storage

index = load_index_from_storage(StorageContext.from_defaults(persist_dir="storage"))
retriever = index.as_retriever(similarity_top_k=4)


def user_text(question: str) -> str:
    text = question + "\n\nExcerpts:"
    for node in retriever.retrieve(question):
        text += "\n" + node.get_content()
    return text


def help_with(question: str) -> str:
    response = litellm.completion(
        model="gpt-4o-mini",
        timeout=20,
        max_tokens=300,
        messages=[
            {"role": "system", "content": "You are the help desk."},
            {"role": "user", "content": user_text(question)},
        ],
    )
    return response.choices[0].message.content
