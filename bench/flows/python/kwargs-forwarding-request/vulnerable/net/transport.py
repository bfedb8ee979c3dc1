import requests


def send(**options):
    options.setdefault("timeout", 10)
    return requests.request(**options)  # sink


def call(method: str, **options):
    return send(method=method, **options)
