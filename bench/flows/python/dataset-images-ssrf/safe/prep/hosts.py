from urllib.parse import urlparse

ALLOWED = {"images.example.org", "static.example.org"}


def is_ours(url):
    u = urlparse(url)
    return u.scheme == "https" and u.hostname in ALLOWED
