import requests


def send(**options):
    options.setdefault("timeout", 10)
    return requests.request(**options)


def call(method: str, **options):
    return send(method=method, **options)
