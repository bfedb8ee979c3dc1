import logging

from fastapi import FastAPI
from openai import AsyncOpenAI
from pydantic import BaseModel, EmailStr

app = FastAPI()
llm = AsyncOpenAI()
log = logging.getLogger("onboarding")


class Signup(BaseModel):
    account_id: int
    email: EmailStr
    phone_number: str
    goal: str


@app.post("/welcome")
async def welcome(signup: Signup):
    log.info("welcome mail for %s (%s)", signup.email, signup.phone_number)  # sink
    r = await llm.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": "Write a welcome message of two sentences."},
            {"role": "user", "content": signup.goal},
        ],
    )
    return {"text": r.choices[0].message.content}
