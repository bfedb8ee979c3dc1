FOLDER = "/srv/uploads"


def keep(name: str, data: bytes) -> str:
    path = f"{FOLDER}/{name}"
    with open(path, "wb") as handle:  # sink
        handle.write(data)
    return path
