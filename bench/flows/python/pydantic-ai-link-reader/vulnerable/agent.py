from pydantic_ai import Agent, RunContext

from fetching import fetch_text

agent = Agent(
    "openai:gpt-4o",
    system_prompt="You summarise pages of the company's documentation.",
)


@agent.tool
async def read_page(ctx: RunContext[None], url: str) -> str:
    """Read a documentation page."""
    text = await fetch_text(url)
    return text[:8000]


if __name__ == "__main__":
    print(agent.run_sync(input("> ")).output)
