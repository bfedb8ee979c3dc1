import requests

TOOLS = {}


def register(name: str):
    def add(function):
        TOOLS[name] = function
        return function

    return add


@register("open_page")
def open_page(url: str) -> str:
    return requests.get(url, timeout=5).text  # sink


@register("today")
def today() -> str:
    return "Monday"
