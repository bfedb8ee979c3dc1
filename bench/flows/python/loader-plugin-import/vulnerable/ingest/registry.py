import importlib
from functools import lru_cache


@lru_cache
def loader_for(kind: str):
    module = importlib.import_module(f"ingest_loaders.{kind}" if "." not in kind else kind)  # sink
    return module.load
