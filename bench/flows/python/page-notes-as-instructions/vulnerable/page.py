import requests
from bs4 import BeautifulSoup


def page_text(url: str) -> str:
    reply = requests.get(url, timeout=20)
    soup = BeautifulSoup(reply.text, "html.parser")
    return "\n".join(paragraph.get_text(" ", strip=True) for paragraph in soup.find_all("p"))
