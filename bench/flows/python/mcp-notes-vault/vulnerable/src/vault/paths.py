import os
from pathlib import Path

VAULT = Path(os.environ.get("VAULT_DIR", "~/vault")).expanduser()


def note_path(name: str) -> Path:
    if not name.endswith(".md"):
        name += ".md"
    return VAULT / name
