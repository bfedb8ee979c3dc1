import json

from openai import OpenAI


def plan(description: str) -> dict[str, str]:
    completion = OpenAI(timeout=60).chat.completions.create(
        model="gpt-4o",
        max_tokens=4000,
        response_format={"type": "json_object"},
        messages=[
            {"role": "system", "content": "Answer with JSON: file name to content."},
            {"role": "user", "content": description},
        ],
    )
    return json.loads(completion.choices[0].message.content)
