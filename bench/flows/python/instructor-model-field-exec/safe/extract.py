from typing import Literal

import instructor
from openai import OpenAI
from pydantic import BaseModel, Field


class Transform(BaseModel):
    title: str
    order: Literal["ascending", "descending"] = Field(description="How to sort `rows`")


client = instructor.from_openai(OpenAI(timeout=30))


def transform(rows: list[dict], wish: str) -> list[dict]:
    plan = client.chat.completions.create(
        model="gpt-4o-mini",
        response_model=Transform,
        max_tokens=300,
        messages=[{"role": "user", "content": wish}],
    )
    print("Running", plan.title)
    return sorted(rows, key=lambda row: row["price"], reverse=plan.order == "descending")
