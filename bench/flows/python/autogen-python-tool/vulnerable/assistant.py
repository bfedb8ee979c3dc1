import asyncio
import contextlib
import io

from autogen_agentchat.agents import AssistantAgent
from autogen_core.tools import FunctionTool
from autogen_ext.models.openai import OpenAIChatCompletionClient


async def run_snippet(snippet: str) -> str:
    """Run a few lines of Python and return what they print."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(snippet, {})  # sink
    return out.getvalue()


assistant = AssistantAgent(
    name="tutor",
    model_client=OpenAIChatCompletionClient(model="gpt-4o"),
    tools=[FunctionTool(run_snippet, description="Runs Python")],
    system_message="You teach statistics to first-year students.",
)


async def main() -> None:
    result = await assistant.run(task="What is the variance of 3, 7, 7, 19?")
    print(result.messages[-1].content)


asyncio.run(main())
