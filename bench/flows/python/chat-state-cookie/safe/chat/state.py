import base64
import json


def pack(state) -> str:
    return base64.urlsafe_b64encode(json.dumps(state).encode()).decode()


def unpack(cookie: str):
    raw = base64.urlsafe_b64decode(cookie)
    return json.loads(raw)


def size(state) -> int:
    return len(json.dumps(state))
