import logging

from flask import Flask, request
from openai import OpenAI

app = Flask(__name__)
log = logging.getLogger("bot")
client = OpenAI(timeout=20)


def audit(prompt: str) -> None:
    log.info("user prompt: %s", prompt)  # sink


@app.post("/chat")
def chat() -> dict:
    prompt = request.json["prompt"]
    audit(prompt)
    completion = client.chat.completions.create(
        model="gpt-4o-mini", max_tokens=200, messages=[{"role": "user", "content": prompt}]
    )
    return {"answer": completion.choices[0].message.content}
