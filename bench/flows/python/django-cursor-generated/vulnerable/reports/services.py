import ollama

PROMPT = "Write a MySQL query for table reports_sale. Question: "


def generate(question: str, model: str = "sqlcoder") -> str:
    result = ollama.generate(model=model, prompt=PROMPT + question)
    return result["response"]
