import hashlib
import os


def pseudonym(value: str) -> str:
    salt = os.environ["INTAKE_SALT"]
    return hashlib.sha256((salt + value).encode()).hexdigest()[:12]
