from flask import Flask, render_template_string, request

app = Flask(__name__)

HEAD = "<h1>{{ subject }}</h1>"
FOOT = "<p><a href='/unsubscribe'>Unsubscribe</a></p>"


@app.route("/preview", methods=["POST"])
def preview():
    subject = request.form["subject"]
    body = request.form["body"]
    return render_template_string(HEAD + body + FOOT, subject=subject)  # sink
