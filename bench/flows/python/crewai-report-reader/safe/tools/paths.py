from pathlib import Path


def inside(root: Path, name: str) -> Path:
    """The file of that name under root; anything that leads out of root is an error."""
    base = root.resolve()
    candidate = (base / name).resolve()
    if base not in candidate.parents:
        raise ValueError("outside of the folder")
    return candidate
