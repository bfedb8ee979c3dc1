"""The Statlog German credit data: downloaded once, or made up where there is no network."""

import argparse
import hashlib
import logging
import tarfile
import urllib.request

import numpy as np
import pandas as pd
import requests

from . import settings

log = logging.getLogger(__name__)

COLUMNS = [
    "checking", "months", "history", "purpose", "amount", "savings", "employment",
    "rate", "personal", "debtors", "residence", "property", "age", "plans",
    "housing", "credits", "job", "dependents", "phone", "foreign", "bad",
]
NUMERIC = ["months", "amount", "rate", "residence", "age", "credits", "dependents"]
CODES = {
    "checking": [11, 12, 13, 14], "history": [30, 31, 32, 33, 34],
    "purpose": [40, 41, 42, 43, 46, 49], "savings": [61, 62, 63, 64, 65],
    "employment": [71, 72, 73, 74, 75], "personal": [91, 92, 93, 94],
    "debtors": [101, 102, 103], "property": [121, 122, 123, 124],
    "plans": [141, 142, 143], "housing": [151, 152, 153],
    "job": [171, 172, 173, 174], "phone": [191, 192], "foreign": [201, 202],
}


def synthesize(rows=1000, seed=20):
    """Rows in the layout of the original, with a default rate near its 30 %."""
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame({c: [f"A{v}" for v in rng.choice(vs, rows)] for c, vs in CODES.items()})
    frame["months"] = rng.integers(4, 73, rows)
    frame["amount"] = rng.lognormal(7.8, 0.75, rows).round().astype(int)
    frame["rate"] = rng.integers(1, 5, rows)
    frame["residence"] = rng.integers(1, 5, rows)
    frame["age"] = rng.integers(19, 76, rows)
    frame["credits"] = rng.integers(1, 5, rows)
    frame["dependents"] = rng.integers(1, 3, rows)
    score = (
        -2.4
        + 0.035 * frame["months"]
        + 0.9 * frame["checking"].isin(["A11", "A12"])
        + 0.6 * frame["savings"].eq("A61")
        - 1.1 * frame["history"].eq("A34")
        + frame["amount"] / 9000
        - 0.012 * frame["age"]
    )
    frame["bad"] = np.where(rng.random(rows) < 1 / (1 + np.exp(-score)), 2, 1)
    return frame[COLUMNS]


def download():
    """Fetches the original into the data folder; made-up rows where that fails."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    target = settings.DATA_DIR / "german.data"
    try:
        urllib.request.urlretrieve(settings.DATA_URL, target)
    except OSError as error:
        log.warning("no download (%s), using synthetic rows", error)
        synthesize().to_csv(target, sep=" ", header=False, index=False)
    log.info("data version %s", hashlib.md5(target.read_bytes()).hexdigest())
    return target


def download_bureau():
    """Unpacks the monthly bureau snapshot next to the data."""
    archive = settings.DATA_DIR / "bureau.tar.gz"
    archive.write_bytes(requests.get(settings.BUREAU_URL, verify=settings.VERIFY_TLS).content)
    with tarfile.open(archive) as tar:
        tar.extractall(settings.DATA_DIR / "bureau")


def load():
    """The training frame; `bad` is 0 or 1."""
    path = settings.DATA_DIR / "german.data"
    if not path.exists():
        download()
    frame = pd.read_csv(path, sep=" ", names=COLUMNS)
    frame["bad"] = frame["bad"] - 1
    return frame


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    parser = argparse.ArgumentParser()
    parser.add_argument("--bureau", action="store_true", help="also fetch the bureau snapshot")
    args = parser.parse_args()
    download()
    if args.bureau:
        download_bureau()
