from typing import Literal

import requests
from langchain_core.tools import StructuredTool
from pydantic import BaseModel

PAGES = {
    "holidays": "https://wiki.example.com/holidays",
    "travel": "https://wiki.example.com/travel",
}


class FetchInput(BaseModel):
    page: Literal["holidays", "travel"]


def fetch(page: str) -> str:
    response = requests.get(PAGES[page], timeout=8)
    response.raise_for_status()
    return response.text


fetch_tool = StructuredTool.from_function(
    func=fetch, name="fetch", description="Fetches a page of our wiki", args_schema=FetchInput
)
