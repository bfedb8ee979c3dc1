from flask import Flask, request
from markupsafe import escape

from moderation.errors import Rejected
from moderation.judge import check

app = Flask(__name__)


@app.errorhandler(Rejected)
def rejected(err):
    reason = err.reason
    return f"<h1>Not published</h1><blockquote>{reason}</blockquote>", err.status  # sink


@app.post("/comments")
def comments():
    check(request.form["comment"])
    return "<h1>Thank you</h1>"


@app.get("/hello/<name>")
def hello(name):
    return f"<p>Hello, {escape(name)}</p>"
