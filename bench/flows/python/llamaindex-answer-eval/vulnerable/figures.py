from functools import partial
from typing import Callable

from llama_index.core import SimpleDirectoryReader, VectorStoreIndex

index = VectorStoreIndex.from_documents(SimpleDirectoryReader("reports").load_data())
engine = index.as_query_engine(similarity_top_k=3)


def lookup(convert: Callable[[str], object], question: str) -> object:
    answer = str(engine.query(question))
    return convert(answer)  # sink


figures = partial(lookup, eval)  # sink


def total(year: int) -> float:
    return sum(figures(f"List the quarterly revenues of {year} as a Python list"))
