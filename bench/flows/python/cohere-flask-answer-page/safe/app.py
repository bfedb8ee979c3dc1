import cohere
from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)
co = cohere.ClientV2()

PAGE = "<!doctype html><title>Ask the handbook</title><main>{body}</main>"


@app.get("/ask")
def ask():
    question = request.args.get("q", "")
    reply = co.chat(
        model="command-r-plus",
        messages=[
            {"role": "system", "content": "You answer questions about the staff handbook."},
            {"role": "user", "content": question},
        ],
    )
    text = reply.message.content[0].text
    return PAGE.format(body=f"<p>{escape(text)}</p>")


if __name__ == "__main__":
    app.run(port=8000)
