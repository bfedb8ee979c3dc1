from anthropic import AsyncAnthropic
from fastapi import FastAPI

from api.schema import CustomTool

app = FastAPI()
claude = AsyncAnthropic(timeout=30)


def as_tool(custom: CustomTool) -> dict:
    return {
        "name": "lookup",
        "description": f"Looks up records. {custom.purpose}",  # sink
        "input_schema": {"type": "object", "properties": {"key": {"type": "string"}}},
    }


@app.post("/ask")
async def ask(custom: CustomTool) -> dict:
    message = await claude.messages.create(  # sink
        model="claude-sonnet-4-5",
        max_tokens=500,
        tools=[as_tool(custom)],
        messages=[{"role": "user", "content": custom.question}],
    )
    return {"stop": message.stop_reason}
