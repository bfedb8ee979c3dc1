import requests
from langchain_core.tools import StructuredTool
from pydantic import BaseModel


class FetchInput(BaseModel):
    url: str


def fetch(url: str) -> str:
    response = requests.get(url, timeout=8)  # sink
    response.raise_for_status()
    return response.text


fetch_tool = StructuredTool.from_function(
    func=fetch, name="fetch", description="Fetches a page of our wiki", args_schema=FetchInput
)
