from collections import deque

from fastapi import FastAPI, Form
from openai import OpenAI

app = FastAPI()


class Memory:
    def __init__(self) -> None:
        self.notes: deque[str] = deque(maxlen=20)

    def remember(self, note: str) -> None:
        self.notes.appendleft(note)

    def text(self) -> str:
        return "; ".join(self.notes)


memory = Memory()
client = OpenAI(timeout=20)


@app.post("/notes")
def add_note(note: str = Form()) -> dict:
    memory.remember(note)
    completion = client.chat.completions.create(  # sink
        model="gpt-4o-mini",
        max_tokens=100,
        messages=[
            {"role": "system", "content": "Rules of the house: " + memory.text()},
            {"role": "user", "content": "What is next?"},
        ],
    )
    return {"answer": completion.choices[0].message.content}
