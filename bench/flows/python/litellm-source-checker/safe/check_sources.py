import re
import sys
from urllib.parse import urlsplit

import litellm
import requests

LINK = re.compile(r"https?://\S+")
HOSTS = {"en.wikipedia.org", "www.who.int", "ourworldindata.org"}


def cite(claim: str) -> str:
    response = litellm.completion(
        model="groq/llama-3.1-70b-versatile",
        messages=[
            {"role": "system", "content": "List web pages that support or refute the claim."},
            {"role": "user", "content": claim},
        ],
    )
    return response.choices[0].message.content


def excerpt(link: str) -> str:
    parts = urlsplit(link)
    if parts.scheme != "https" or parts.netloc not in HOSTS:
        return "(not fetched)"
    page = requests.get(link, timeout=10, allow_redirects=False)
    page.raise_for_status()
    return page.text[:500]


def main() -> None:
    claim = sys.stdin.read()
    for link in LINK.findall(cite(claim)):
        print(link)
        print(excerpt(link))


if __name__ == "__main__":
    main()
