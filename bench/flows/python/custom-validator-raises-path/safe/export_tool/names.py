import re

NAME = re.compile(r"[A-Za-z0-9_-]{1,40}\.csv")


class BadName(ValueError):
    """The name is no plain file name."""


def ensure_plain(name: str) -> str:
    if not NAME.fullmatch(name):
        raise BadName(name)
    return name
