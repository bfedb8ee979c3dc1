from contextlib import contextmanager

import jinja2
import ollama


@contextmanager
def drafted(subject: str):
    client = ollama.Client()
    try:
        yield client.generate(model="gemma3", prompt=f"Jinja invoice for {subject}")["response"]
    finally:
        print("draft done")


def invoice(subject: str, total: float) -> str:
    with drafted(subject) as text:
        return jinja2.Environment(autoescape=True).from_string(text).render(total=total)  # sink
