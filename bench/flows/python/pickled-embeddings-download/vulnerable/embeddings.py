import pickle

import numpy as np
import requests

URL = "https://mirror.embeddings.example/glove-50d.pkl"


def fetch() -> bytes:
    response = requests.get(URL, timeout=60)
    response.raise_for_status()
    return response.content


def load() -> dict[str, np.ndarray]:
    return pickle.loads(fetch())  # sink


def nearest(word: str, table: dict[str, np.ndarray]) -> str:
    target = table[word]
    others = (other for other in table if other != word)
    return max(others, key=lambda other: float(table[other] @ target))


if __name__ == "__main__":
    print(nearest("frog", load()))
