import hashlib
import os

import requests
from datasets import load_dataset

OUT = "data/images"


def grab(url):
    r = requests.get(url, timeout=15, allow_redirects=False)  # sink
    if r.status_code != 200:
        return None
    return r.content


def main():
    os.makedirs(OUT, exist_ok=True)
    ds = load_dataset("open-lab/captions", split="train", streaming=True)
    for row in ds:
        blob = grab(row["image_url"])
        if blob:
            name = hashlib.sha256(blob).hexdigest()
            with open(os.path.join(OUT, name), "wb") as fh:
                fh.write(blob)


if __name__ == "__main__":
    main()
