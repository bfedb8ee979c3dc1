import litellm
from flask import Flask, render_template
from markupsafe import Markup, escape

app = Flask(__name__)


def reply_to(question: str) -> str:
    response = litellm.completion(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": question}],
        max_tokens=400,
        timeout=20,
    )
    return response.choices[0].message.content


@app.get("/faq/<topic>")
def faq(topic: str) -> str:
    answer = reply_to("What should a customer know about returns?")
    return render_template("faq.html", topic=topic, body=Markup(f"<p>{escape(answer)}</p>"))
