import logging
import uuid

from fastapi import FastAPI
from openai import AsyncOpenAI
from pydantic import BaseModel

logging.basicConfig(level=logging.INFO)
logger = logging.getLogger("triage")
app = FastAPI()
client = AsyncOpenAI()


class Intake(BaseModel):
    email: str
    date_of_birth: str
    symptoms: str


@app.post("/triage")
async def triage(intake: Intake) -> dict:
    request_id = uuid.uuid4().hex
    logger.info("%s: intake", request_id)
    reply = await client.chat.completions.create(
        model="gpt-4o",
        messages=[
            {"role": "system", "content": "Rate the urgency from 1 to 5."},
            {"role": "user", "content": intake.symptoms},
        ],
    )
    return {"id": request_id, "urgency": reply.choices[0].message.content}
