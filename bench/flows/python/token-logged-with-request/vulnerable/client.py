import logging
import os

import httpx

log = logging.getLogger(__name__)


def headers() -> dict[str, str]:
    token = os.environ["LLM_API_TOKEN"]
    return {"Authorization": f"Bearer {token}", "Accept": "application/json"}


def complete(prompt: str) -> str:
    sent = headers()
    log.debug("POST /v1/completions %s", sent)  # sink
    answer = httpx.post(
        "https://llm.example.com/v1/completions",
        headers=sent,
        json={"prompt": prompt, "max_tokens": 100},
        timeout=30,
    )
    return answer.json()["choices"][0]["text"]
