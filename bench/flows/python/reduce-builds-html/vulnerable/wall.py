from collections import defaultdict
from functools import reduce

from flask import Flask, make_response
from groq import Groq

app = Flask(__name__)
groq = Groq(timeout=20)


def opinion(person: str) -> str:
    completion = groq.chat.completions.create(
        model="llama-3.3-70b-versatile",
        max_tokens=80,
        messages=[{"role": "user", "content": f"What does {person} think of rain?"}],
    )
    return completion.choices[0].message.content


def opinions() -> dict[str, list[str]]:
    grouped = defaultdict(list)
    for person in ("Ada", "Alan", "Grace"):
        grouped[person[0]].append(opinion(person))
    return grouped


@app.get("/wall")
def wall():
    texts = [text for _, group in sorted(opinions().items()) for text in group]
    page = reduce(lambda so_far, text: so_far + "<p>" + text + "</p>", texts, "")
    return make_response(page)  # sink
