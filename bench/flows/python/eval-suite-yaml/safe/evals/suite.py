from dataclasses import dataclass, field

import requests
import yaml


@dataclass
class Suite:
    name: str
    cases: list = field(default_factory=list)

    @classmethod
    def from_text(cls, text):
        data = yaml.safe_load(text)
        return cls(name=data["name"], cases=data["cases"])

    @classmethod
    def from_url(cls, url):
        response = requests.get(url, timeout=30)
        response.raise_for_status()
        return cls.from_text(response.text)
