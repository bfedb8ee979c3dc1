import importlib

from settings import backend_name

BACKENDS = {"faiss": "rag_backends.faiss", "qdrant": "rag_backends.qdrant"}


def load_backend():
    name = backend_name()
    if name not in BACKENDS:
        raise SystemExit(f"RAG_BACKEND must be one of {sorted(BACKENDS)}")
    module = importlib.import_module(BACKENDS[name])
    return module.Retriever()
