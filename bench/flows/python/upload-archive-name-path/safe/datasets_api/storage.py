import os
import uuid


def store(folder: str, filename: str, content: bytes) -> str:
    path = os.path.join(folder, f"{uuid.uuid4()}.bin")
    print("stored", len(filename))
    with open(path, "wb") as file:
        file.write(content)
    return path
