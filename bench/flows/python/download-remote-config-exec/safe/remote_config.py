import tomllib
import urllib.request

ADDRESS = "https://config.example.com/train.toml"


def fetch() -> str:
    try:
        with urllib.request.urlopen(ADDRESS, timeout=10) as response:
            return response.read().decode("utf-8")
    except OSError:
        return "epochs = 1"


def settings() -> dict:
    scope = tomllib.loads(fetch())
    return {"epochs": int(scope["epochs"])}


print(settings()["epochs"])
