from pathlib import Path

from huggingface_hub import snapshot_download


def suite(name: str) -> Path:
    return Path(snapshot_download(repo_id=f"benchmarks/{name}", repo_type="dataset"))
