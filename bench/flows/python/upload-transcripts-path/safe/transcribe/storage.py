import os

ROOT = "/srv/transcripts"


def save(stream, name):
    dest = os.path.join(ROOT, name)
    with open(dest, "wb") as out:
        while chunk := stream.read(65536):
            out.write(chunk)
    return dest
