import hashlib
import pickle

import numpy as np
import requests

URL = "https://mirror.embeddings.example/glove-50d.pkl"
SHA256 = "5c1f0d5a0b7a4a2f6f3e8d9c1b2a39485766a5b4c3d2e1f00f1e2d3c4b5a6978"


def fetch() -> bytes:
    response = requests.get(URL, timeout=60)
    response.raise_for_status()
    return response.content


def load() -> dict[str, np.ndarray]:
    data = fetch()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise RuntimeError("the file is not the one that was reviewed")
    return pickle.loads(data)


def nearest(word: str, table: dict[str, np.ndarray]) -> str:
    target = table[word]
    others = (other for other in table if other != word)
    return max(others, key=lambda other: float(table[other] @ target))


if __name__ == "__main__":
    print(nearest("frog", load()))
