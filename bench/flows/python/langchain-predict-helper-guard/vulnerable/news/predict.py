from langchain_openai import OpenAI

llm = OpenAI(temperature=0, timeout=20, max_tokens=60)


def source_of(topic: str) -> str:
    return llm.predict(f"RSS feed of {topic}:").strip()
