import json

from openai import OpenAI

client = OpenAI(timeout=20)


def plan(order: str) -> dict:
    completion = client.chat.completions.create(
        model="gpt-4o",
        max_tokens=200,
        response_format={"type": "json_object"},
        messages=[{"role": "user", "content": f"callback and event as JSON: {order}"}],
    )
    return json.loads(completion.choices[0].message.content)
