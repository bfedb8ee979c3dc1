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
        template = jinja2.Environment(autoescape=True).from_string("{{ text }} {{ total }}")
        return template.render(text=text, total=total)
