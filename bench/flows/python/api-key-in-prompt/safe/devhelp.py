import os

from openai import OpenAI

DATABASE_PASSWORD = os.environ["DATABASE_PASSWORD"]
client = OpenAI(timeout=30)


def prompt_for(error: str) -> str:
    known = "set" if DATABASE_PASSWORD else "missing"
    return f"The connection with DATABASE_PASSWORD {known} fails: {error}. Why?"


def explain(error: str) -> str:
    completion = client.chat.completions.create(
        model="gpt-4o",
        max_tokens=300,
        messages=[{"role": "user", "content": prompt_for(error)}],
    )
    return completion.choices[0].message.content
