from langchain_chroma import Chroma
from langchain_openai import OpenAIEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from ingest.loader import load


class Pipeline:
    def __init__(self) -> None:
        self.splitter = RecursiveCharacterTextSplitter(chunk_size=800)
        self.store = Chroma("sources", OpenAIEmbeddings())

    async def ingest(self, address: str) -> None:
        text = await load(address)
        self.store.add_texts(self.splitter.split_text(text))
