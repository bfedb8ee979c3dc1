import hashlib
import os

import requests
from datasets import load_dataset

from .hosts import is_ours

OUT = "data/images"


def grab(url):
    r = requests.get(url, timeout=15, allow_redirects=False)
    if r.status_code != 200:
        return None
    return r.content


def main():
    os.makedirs(OUT, exist_ok=True)
    ds = load_dataset("open-lab/captions", split="train", streaming=True)
    for row in ds:
        if not is_ours(row["image_url"]):
            continue
        blob = grab(row["image_url"])
        if blob:
            name = hashlib.sha256(blob).hexdigest()
            with open(os.path.join(OUT, name), "wb") as fh:
                fh.write(blob)


if __name__ == "__main__":
    main()
