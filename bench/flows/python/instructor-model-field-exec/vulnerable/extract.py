import instructor
from openai import OpenAI
from pydantic import BaseModel, Field


class Transform(BaseModel):
    title: str
    code: str = Field(description="Python statements that change `rows`")


client = instructor.from_openai(OpenAI(timeout=30))


def transform(rows: list[dict], wish: str) -> list[dict]:
    plan = client.chat.completions.create(
        model="gpt-4o-mini",
        response_model=Transform,
        max_tokens=300,
        messages=[{"role": "user", "content": wish}],
    )
    print("Running", plan.title)
    scope = {"rows": rows}
    exec(plan.code, scope)  # sink
    return scope["rows"]
