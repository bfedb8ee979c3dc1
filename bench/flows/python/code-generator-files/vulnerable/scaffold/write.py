import os

from scaffold.plan import plan


def scaffold(description: str, folder: str = "generated") -> int:
    files = plan(description)
    for name, content in files.items():
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as handle:  # sink
            handle.write(content)
    return len(files)
