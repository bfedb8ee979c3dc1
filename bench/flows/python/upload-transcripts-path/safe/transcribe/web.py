import whisper
from flask import Flask, abort, jsonify, request
from werkzeug.utils import secure_filename

from transcribe.storage import save

app = Flask(__name__)
model = whisper.load_model("base")


@app.post("/transcribe")
def transcribe():
    up = request.files.get("audio")
    if up is None:
        abort(400)
    name = secure_filename(up.filename)
    if not name:
        abort(400)
    path = save(up.stream, name)
    return jsonify(text=model.transcribe(path)["text"])


@app.get("/name")
def preview_name():
    return jsonify(name=secure_filename(request.args.get("name", "")))
