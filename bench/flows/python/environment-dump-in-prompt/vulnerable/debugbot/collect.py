import os


def environment() -> str:
    return "\n".join(f"{name}={value}" for name, value in os.environ.items())
