import re
import sys

import litellm
import requests

LINK = re.compile(r"https?://\S+")


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
    page = requests.get(link, timeout=10)  # sink
    page.raise_for_status()
    return page.text[:500]


def main() -> None:
    claim = sys.stdin.read()
    for link in LINK.findall(cite(claim)):
        print(link)
        print(excerpt(link))


if __name__ == "__main__":
    main()
