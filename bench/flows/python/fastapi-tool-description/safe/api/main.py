from anthropic import AsyncAnthropic
from fastapi import FastAPI

from api.schema import CustomTool

app = FastAPI()
claude = AsyncAnthropic(timeout=30)


def lookup_tool() -> dict:
    return {
        "name": "lookup",
        "description": "Looks up records.",
        "input_schema": {"type": "object", "properties": {"key": {"type": "string"}}},
    }


@app.post("/ask")
async def ask(custom: CustomTool) -> dict:
    message = await claude.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=500,
        tools=[lookup_tool()],
        messages=[{"role": "user", "content": f"{custom.purpose}\n{custom.question}"}],
    )
    return {"stop": message.stop_reason}
