import json
from pathlib import Path

from huggingface_hub import snapshot_download


def folder(repo: str) -> Path:
    return Path(snapshot_download(repo, allow_patterns=["*.json"]))


def operators(repo: str) -> dict:
    text = (folder(repo) / "ops.json").read_text()
    return {str(name): float(weight) for name, weight in json.loads(text).items()}
