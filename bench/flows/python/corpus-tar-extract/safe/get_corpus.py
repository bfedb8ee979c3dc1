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
        target = (TARGET / member).resolve()
        if not target.is_relative_to(TARGET.resolve()):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(archive.read(member))


if __name__ == "__main__":
    main()
