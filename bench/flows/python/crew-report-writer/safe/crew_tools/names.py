import os
import re

OUT = "reports"
NAME = re.compile(r"[a-z0-9-]{1,40}")


def report_file(title: str) -> str:
    os.makedirs(OUT, exist_ok=True)
    slug = title.lower().replace(" ", "-")
    if not NAME.fullmatch(slug):
        raise ValueError("a title has letters, digits and dashes")
    return os.path.join(OUT, slug + ".md")
