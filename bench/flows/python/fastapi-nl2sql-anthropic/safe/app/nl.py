from anthropic import AsyncAnthropic

claude = AsyncAnthropic()

SCHEMA = "orders(id int, city text, total numeric, placed_at date)"


async def translate(question: str) -> str:
    msg = await claude.messages.create(
        model="claude-sonnet-4-20250514",
        max_tokens=300,
        system=f"Which city is asked about? Answer with its name. Schema: {SCHEMA}",
        messages=[{"role": "user", "content": question}],
    )
    return "".join(block.text for block in msg.content if block.type == "text")
