from dataclasses import dataclass

import httpx
from pydantic_ai import Agent, RunContext


@dataclass
class Deps:
    http: httpx.AsyncClient
    api_host: str = "billing.example.com"


agent = Agent("openai:gpt-4o", deps_type=Deps, system_prompt="You help with invoices.")


@agent.tool
async def invoice(ctx: RunContext[Deps], link: str) -> str:
    """Get an invoice.

    Args:
        link: the link of the invoice, as the customer gives it
    """
    res = await ctx.deps.http.get(link)  # sink
    res.raise_for_status()
    return res.text


async def answer(question: str) -> str:
    async with httpx.AsyncClient() as http:
        run = await agent.run(question, deps=Deps(http))
    return run.output
