import os
from pathlib import Path

VAULT = Path(os.environ.get("VAULT_DIR", "~/vault")).expanduser()


def note_path(name: str) -> Path:
    if not name.endswith(".md"):
        name += ".md"
    base = VAULT.resolve()
    target = (base / name).resolve()
    if not target.is_relative_to(base):
        raise ValueError(f"not in the vault: {name!r}")
    return target
