from typing import Literal

from fastapi import FastAPI
from openai import AsyncOpenAI
from pydantic import BaseModel

app = FastAPI()
client = AsyncOpenAI()


PERSONAS = {
    "friendly": "a friendly assistant",
    "formal": "a formal correspondent",
    "brief": "a person of few words",
}


class ChatRequest(BaseModel):
    persona: Literal["friendly", "formal", "brief"] = "friendly"
    message: str


@app.post("/chat")
async def chat(body: ChatRequest) -> dict:
    completion = await client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": f"You are {PERSONAS[body.persona]}. Never discuss competitors."},
            {"role": "user", "content": body.message},
        ],
    )
    return {"reply": completion.choices[0].message.content}
