import functools
import re


def plain_name(function):
    @functools.wraps(function)
    def wrapper(name: str) -> str:
        if not re.fullmatch(r"[a-z0-9-]{1,64}", name):
            raise ValueError("not a plain name")
        return function(name)

    return wrapper
