import pickle

import requests

URL = "https://models.example.com/{name}.pkl"


def download(name: str) -> bytes:
    response = requests.get(URL.format(name=name), timeout=60)
    response.raise_for_status()
    return response.content


def load(name: str):
    return pickle.loads(download(name))  # sink


def main() -> None:
    print(load("ranker").predict([[1.0, 2.0]]))


main()
