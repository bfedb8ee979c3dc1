import io
import zipfile
from pathlib import Path

import httpx

TARGET = Path("corpus")


def main() -> None:
    reply = httpx.get("https://corpora.example/news-2023.zip", timeout=120)
    reply.raise_for_status()
    archive = zipfile.ZipFile(io.BytesIO(reply.content))
    for member in archive.namelist():
        if not member.endswith(".txt"):
            continue
        target = TARGET / member
        target.parent.mkdir(parents=True, exist_ok=True)  # sink
        target.write_bytes(archive.read(member))  # sink


if __name__ == "__main__":
    main()
