from openai import OpenAI

from chains import summary_chain, translation_chain

CHAINS = {"summary": summary_chain, "translation": translation_chain}


def suggested_chain(task: str) -> str:
    completion = OpenAI(timeout=20).chat.completions.create(
        model="gpt-4o",
        max_tokens=500,
        messages=[{"role": "user", "content": f"summary or translation? {task}"}],
    )
    return completion.choices[0].message.content.strip()


def build(task: str):
    return CHAINS[suggested_chain(task)]
