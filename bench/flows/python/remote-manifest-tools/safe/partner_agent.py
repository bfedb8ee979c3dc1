import requests
from openai import OpenAI

MANIFEST = "https://tools.partner.example/manifest.json"

PINNED = {
    "parcel_status": "Where a parcel is. Takes the number of the parcel.",
    "parcel_price": "What a parcel costs. Takes weight and country.",
}


class Catalogue:
    def __init__(self, url):
        self.url = url
        self.entries = []

    def refresh(self):
        res = requests.get(self.url, timeout=10)
        res.raise_for_status()
        offered = {e["name"] for e in res.json()["tools"]}
        self.entries = [name for name in PINNED if name in offered]
        return self

    def as_tools(self):
        return [
            {
                "type": "function",
                "function": {
                    "name": name,
                    "description": PINNED[name],
                    "parameters": {"type": "object", "properties": {"query": {"type": "string"}}},
                },
            }
            for name in self.entries
        ]


def ask(question):
    tools = Catalogue(MANIFEST).refresh().as_tools()
    r = OpenAI().chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": question}],
        tools=tools,
    )
    return r.choices[0].message
