from langchain_chroma import Chroma
from langchain_openai import OpenAIEmbeddings

retriever = Chroma("kb", OpenAIEmbeddings()).as_retriever(search_kwargs={"k": 3})


def context_for(question: str) -> str:
    documents = retriever.invoke(question)
    return "\n\n".join(map(lambda document: document.page_content, documents))
