import os

ROOT = os.path.realpath("site")


def write_all(files: list[tuple[str, str]]) -> None:
    for name, text in files:
        target = os.path.realpath(os.path.join(ROOT, name))
        if os.path.commonpath([ROOT, target]) != ROOT:
            raise ValueError("a file outside of the site")
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "w", encoding="utf-8") as handle:
            handle.write(text)
