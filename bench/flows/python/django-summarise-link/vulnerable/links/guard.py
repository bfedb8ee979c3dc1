from urllib.parse import urlsplit

PARTNERS = ("news.example.com", "blog.example.com")


def check_link(link):
    parts = urlsplit(link)
    if parts.scheme not in ("http", "https"):
        raise ValueError("not a link")
    return link
