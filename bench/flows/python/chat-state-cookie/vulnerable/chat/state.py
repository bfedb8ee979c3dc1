import base64
import json
import pickle


def pack(state) -> str:
    return base64.urlsafe_b64encode(pickle.dumps(state)).decode()


def unpack(cookie: str):
    raw = base64.urlsafe_b64decode(cookie)
    return pickle.loads(raw)  # sink


def size(state) -> int:
    return len(json.dumps(state))
