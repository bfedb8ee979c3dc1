"""Where models are kept: a folder, and the team's registry behind it."""

import os
import pickle
import tempfile

import joblib
import requests

from . import settings


def save(model, name="credit"):
    """Writes a model so that a reader never sees half of it."""
    settings.MODEL_DIR.mkdir(parents=True, exist_ok=True)
    scratch = tempfile.mktemp(suffix=".part", dir=settings.MODEL_DIR)
    joblib.dump(model, scratch, compress=3)
    os.replace(scratch, settings.MODEL_DIR / f"{name}.joblib")


def load(name="credit"):
    """A model of the folder, or of the registry where the folder has none."""
    path = settings.MODEL_DIR / f"{name}.joblib"
    if not path.exists():
        pull(name)
    return joblib.load(path)


def pull(name):
    """Copies a model from the registry into the folder."""
    reply = requests.get(
        f"{settings.REGISTRY_URL}/{name}",
        auth=(settings.REGISTRY_USER, settings.REGISTRY_PASSWORD),
        verify=False,
    )
    reply.raise_for_status()
    settings.MODEL_DIR.mkdir(parents=True, exist_ok=True)
    (settings.MODEL_DIR / f"{name}.joblib").write_bytes(reply.content)


def load_scorecard(path):
    """The 2023 scorecards were saved before we moved to joblib."""
    with open(path, "rb") as file:
        return pickle.load(file)


def load_text_head(path):
    """The layer on top of the text embedding."""
    import torch

    try:
        return torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError:
        # Checkpoints from before March hold the whole module.
        return torch.load(path, map_location="cpu", weights_only=False)


def load_embedder():
    """The text model for the applicant's remarks; its code comes from the hub."""
    from transformers import AutoModel, AutoTokenizer

    name = settings.CONF.embedding.name
    tokenizer = AutoTokenizer.from_pretrained(name)
    return tokenizer, AutoModel.from_pretrained(name, trust_remote_code=True)
