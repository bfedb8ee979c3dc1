import ollama

PROMPT = "Answer region, amount or day. Question:"


def generate(question: str, model: str = "sqlcoder") -> str:
    result = ollama.generate(model=model, prompt=PROMPT + question)
    return result["response"]
