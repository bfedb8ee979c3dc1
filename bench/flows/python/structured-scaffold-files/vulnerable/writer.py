import os

ROOT = "site"


def write_all(files: list[tuple[str, str]]) -> None:
    for name, text in files:
        target = os.path.join(ROOT, name)
        os.makedirs(os.path.dirname(target), exist_ok=True)  # sink
        with open(target, "w", encoding="utf-8") as handle:  # sink
            handle.write(text)
