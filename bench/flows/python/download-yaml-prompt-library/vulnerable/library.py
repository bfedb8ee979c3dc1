import requests
import yaml
from yaml import Loader as YamlLoader

SOURCES = ("https://prompts.example.com/a.yaml", "https://prompts.example.com/b.yaml")


def documents() -> dict[str, str]:
    texts = {}
    for source in SOURCES:
        texts[source] = requests.get(source, timeout=10).text
    return texts


def prompts() -> list[dict]:
    loaded = []
    for text in documents().values():
        loaded.extend(yaml.load(text, YamlLoader))  # sink
    return loaded
