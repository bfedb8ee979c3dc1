from flask import Flask, jsonify, request

from tasks import render_meme

app = Flask(__name__)


@app.post("/meme")
def meme():
    caption = request.form.get("caption", "")
    job = render_meme.delay(caption)
    return jsonify({"job": job.id}), 202
