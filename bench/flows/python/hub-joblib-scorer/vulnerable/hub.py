import os

from huggingface_hub import snapshot_download


def model_folder(repo: str) -> str:
    """The local folder of the newest revision."""
    return snapshot_download(repo_id=repo, cache_dir=os.path.expanduser("~/.cache/scorer"))
