import io
import pickle

from flask import Flask, request

app = Flask(__name__)
MODELS: dict[str, object] = {}


def parse(data: bytes) -> object:
    return pickle.load(io.BytesIO(data))  # sink


@app.put("/models/<name>")
def put_model(name: str):
    uploaded = request.files["model"]
    MODELS[name] = parse(uploaded.read())
    return {"ok": True}
