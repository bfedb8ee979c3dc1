import markdown
import ollama
from flask import Flask
from markupsafe import Markup

app = Flask(__name__)


def post(subject: str) -> str:
    return ollama.generate(model="gemma3", prompt=f"A blog post on {subject}")["response"]


@app.get("/today")
def today() -> Markup:
    body = markdown.markdown(post("gardening in November"), extensions=["tables"])
    return Markup(body)  # sink
