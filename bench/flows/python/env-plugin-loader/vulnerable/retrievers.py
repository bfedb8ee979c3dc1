import importlib

from settings import backend_name


def load_backend():
    name = backend_name()
    module = importlib.import_module(f"rag_backends.{name}" if "." not in name else name)  # sink
    return module.Retriever()
