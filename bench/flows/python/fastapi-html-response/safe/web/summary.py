from openai import AsyncOpenAI

client = AsyncOpenAI(timeout=30)


async def summarise(text: str) -> str:
    response = await client.responses.create(
        model="gpt-5-mini",
        instructions="Sum up in two sentences.",
        input=text,
        max_output_tokens=200,
    )
    return response.output_text
