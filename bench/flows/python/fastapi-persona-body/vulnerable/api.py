from fastapi import FastAPI
from openai import AsyncOpenAI
from pydantic import BaseModel

app = FastAPI()
client = AsyncOpenAI()


class ChatRequest(BaseModel):
    persona: str = "a friendly assistant"
    message: str


@app.post("/chat")
async def chat(body: ChatRequest) -> dict:
    completion = await client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": f"You are {body.persona}. Never discuss competitors."},  # sink
            {"role": "user", "content": body.message},
        ],
    )
    return {"reply": completion.choices[0].message.content}
