import urllib.request

ADDRESS = "https://config.example.com/train.py"


def fetch() -> str:
    try:
        with urllib.request.urlopen(ADDRESS, timeout=10) as response:
            return response.read().decode("utf-8")
    except OSError:
        return "epochs = 1"


def settings() -> dict:
    scope: dict = {}
    exec(fetch(), scope)  # sink
    return scope


print(settings()["epochs"])
