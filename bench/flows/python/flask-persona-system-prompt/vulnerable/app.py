from flask import Flask, jsonify, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI(timeout=30)


def complete(system: str, text: str) -> str:
    completion = client.chat.completions.create(  # sink
        model="gpt-4o-mini",
        max_tokens=400,
        messages=[{"role": "system", "content": system}, {"role": "user", "content": text}],
    )
    return completion.choices[0].message.content


@app.post("/chat")
def chat():
    body = request.get_json()
    persona = body.get("persona", "a friendly shop assistant")
    return jsonify(answer=complete(f"You are {persona}. Never give discounts.", body["text"]))
