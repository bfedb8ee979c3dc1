from huggingface_hub import hf_hub_download


def adapter_file(repo_id: str, revision: str = "main") -> str:
    """Path of the adapter on the disk."""
    return hf_hub_download(repo_id=repo_id, filename="adapter_model.bin", revision=revision)
