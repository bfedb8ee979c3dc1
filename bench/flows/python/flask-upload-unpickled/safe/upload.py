from flask import Flask, request
from safetensors.numpy import load

app = Flask(__name__)
MODELS: dict[str, object] = {}


def parse(data: bytes) -> object:
    return load(data)


@app.put("/models/<name>")
def put_model(name: str):
    uploaded = request.files["model"]
    MODELS[name] = parse(uploaded.read())
    return {"ok": True}
