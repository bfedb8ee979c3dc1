from mistralai import Mistral

client = Mistral()
BASE = {"name": "daily", "fallback": "SELECT 1"}


def record(question: str) -> dict:
    answer = client.chat.complete(
        model="codestral-latest",
        max_tokens=100,
        messages=[{"role": "user", "content": f"SQLite query: {question}"}],
    )
    return {**BASE, "query": answer.choices[0].message.content}
