import shlex


def argument(text: str, strict: bool) -> str:
    if strict:
        return shlex.quote(text)
    return text
