import importlib.util
from pathlib import Path

from huggingface_hub import snapshot_download


def folder(repo: str) -> Path:
    return Path(snapshot_download(repo))


def load_module(path: Path):
    spec = importlib.util.spec_from_file_location("custom_ops", path)  # sink
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)  # sink
    return module


def operators(repo: str) -> dict:
    return load_module(folder(repo) / "ops.py").OPERATORS
