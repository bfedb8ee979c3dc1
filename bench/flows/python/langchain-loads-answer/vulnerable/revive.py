from langchain_core.load import loads
from openai import OpenAI


def suggested_chain(task: str) -> str:
    completion = OpenAI(timeout=20).chat.completions.create(
        model="gpt-4o",
        max_tokens=500,
        messages=[{"role": "user", "content": f"Serialise a LangChain chain for {task}"}],
    )
    text = completion.choices[0].message.content
    text = text[text.index("{") : text.rindex("}") + 1]
    return text


def build(task: str):
    return loads(suggested_chain(task))  # sink
