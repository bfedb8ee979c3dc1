from urllib.parse import urlsplit

import requests

TOOLS = {}
HOSTS = ("docs.example.com", "status.example.com")


def check(url: str) -> str:
    if urlsplit(url).hostname not in HOSTS:
        raise PermissionError(url)
    return url


def register(name: str):
    def add(function):
        TOOLS[name] = function
        return function

    return add


@register("open_page")
def open_page(url: str) -> str:
    return requests.get(check(url), timeout=5).text


@register("today")
def today() -> str:
    return "Monday"
