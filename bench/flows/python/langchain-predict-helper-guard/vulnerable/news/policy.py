from urllib.parse import urlparse

HOSTS = {"feeds.example.com", "rss.example.org"}


def is_allowed(url: str) -> bool:
    parts = urlparse(url)
    return parts.scheme == "https" and parts.hostname in HOSTS
