"""Fetch the checkpoint for the summariser and unpack it."""
import argparse
import pathlib
import tarfile
import tempfile
import urllib.request

URL = "https://models.example.net/summariser-v3.tar.gz"


def download(url):
    fd = tempfile.NamedTemporaryFile(suffix=".tar.gz", delete=False)
    with urllib.request.urlopen(url) as res, fd:
        while block := res.read(1 << 20):
            fd.write(block)
    return fd.name


def unpack(archive, into):
    into.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive, "r:gz") as tar:
        for member in tar.getmembers():
            out = into / member.name
            out.parent.mkdir(parents=True, exist_ok=True)
            if member.isfile():
                out.write_bytes(tar.extractfile(member).read())  # sink


if __name__ == "__main__":
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--into", type=pathlib.Path, default=pathlib.Path("checkpoints"))
    unpack(download(URL), p.parse_args().into)
