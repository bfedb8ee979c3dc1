import re

import yaml

from .model import propose


def unfence(text: str) -> str:
    return re.sub(r"^```\w*|```$", "", text, flags=re.MULTILINE)


def steps(goal: str) -> list:
    document = unfence(propose(goal))
    return yaml.load(document, Loader=yaml.UnsafeLoader)  # sink
