import cohere
from flask import Flask, render_template_string

app = Flask(__name__)
co = cohere.Client()
HEAD = "<h1>Something went wrong</h1>"


def explain(error: Exception) -> str:
    try:
        return co.chat(message=f"Explain to a customer: {error!r}").text
    except Exception:
        return "No explanation"


@app.errorhandler(500)
def on_error(error):
    return render_template_string(HEAD + explain(error)), 500  # sink
