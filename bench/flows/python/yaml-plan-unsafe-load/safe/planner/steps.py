import re

import yaml

from .model import propose


def unfence(text: str) -> str:
    return re.sub(r"^```\w*|```$", "", text, flags=re.MULTILINE)


def steps(goal: str) -> list:
    document = unfence(propose(goal))
    loaded = yaml.safe_load(document)
    return [str(step) for step in loaded] if isinstance(loaded, list) else []
