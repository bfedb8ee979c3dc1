import requests
from bs4 import BeautifulSoup


def text_of(url: str, limit: int = 8000) -> str:
    html = requests.get(url, timeout=10).text
    return BeautifulSoup(html, "html.parser").get_text(" ", strip=True)[:limit]
