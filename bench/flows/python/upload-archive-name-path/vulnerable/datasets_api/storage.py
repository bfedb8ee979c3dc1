import os


def store(folder: str, filename: str, content: bytes) -> str:
    path = os.path.join(folder, filename)
    with open(path, "wb") as file:  # sink
        file.write(content)
    return path
