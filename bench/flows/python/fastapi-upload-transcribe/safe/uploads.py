import re

FOLDER = "/srv/uploads"
SUFFIXES = (".wav", ".mp3", ".m4a")


def clean(name: str) -> str:
    suffix = next((known for known in SUFFIXES if name.lower().endswith(known)), ".wav")
    stem = re.sub(r"[^A-Za-z0-9]", "", name)[:40] or "recording"
    return stem + suffix


def keep(name: str, data: bytes) -> str:
    path = f"{FOLDER}/{clean(name)}"
    with open(path, "wb") as handle:
        handle.write(data)
    return path
