import jsonschema
import requests

from callback.structured import plan

SCHEMA = {
    "type": "object",
    "required": ["callback", "event"],
    "properties": {
        "callback": {"enum": ["https://a.example.com/hook", "https://b.example.com/hook"]},
        "event": {"type": "string", "pattern": "^[a-z]{1,20}$"},
    },
}


def send(order: str) -> bool:
    planned = plan(order)
    jsonschema.validate(planned, SCHEMA)
    answer = requests.post(planned["callback"], json={"event": planned["event"]}, timeout=5)
    return answer.ok
