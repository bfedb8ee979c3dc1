import requests

from callback.structured import plan


def send(order: str) -> bool:
    planned = plan(order)
    answer = requests.post(planned["callback"], json={"event": planned["event"]}, timeout=5)  # sink
    return answer.ok
