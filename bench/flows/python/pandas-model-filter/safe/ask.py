from typing import Literal

from openai import OpenAI
from pydantic import BaseModel

client = OpenAI()


class Filter(BaseModel):
    column: Literal["price", "quantity", "discount"]
    operator: Literal["gt", "lt", "eq"]
    value: float


def filter_for(question: str) -> Filter:
    reply = client.beta.chat.completions.parse(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": "Turn the question into a filter."},
            {"role": "user", "content": question},
        ],
        response_format=Filter,
    )
    return reply.choices[0].message.parsed
