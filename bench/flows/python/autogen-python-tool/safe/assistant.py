import asyncio
import statistics

from autogen_agentchat.agents import AssistantAgent
from autogen_core.tools import FunctionTool
from autogen_ext.models.openai import OpenAIChatCompletionClient

MEASURES = {
    "mean": statistics.fmean,
    "median": statistics.median,
    "variance": statistics.variance,
    "stdev": statistics.stdev,
}


async def measure(name: str, values: list[float]) -> str:
    """Compute mean, median, variance or stdev of some numbers."""
    function = MEASURES.get(name)
    if function is None:
        return "choose one of " + ", ".join(MEASURES)
    return str(function([float(value) for value in values]))


assistant = AssistantAgent(
    name="tutor",
    model_client=OpenAIChatCompletionClient(model="gpt-4o"),
    tools=[FunctionTool(measure, description="Computes a measure")],
    system_message="You teach statistics to first-year students.",
)


async def main() -> None:
    result = await assistant.run(task="What is the variance of 3, 7, 7, 19?")
    print(result.messages[-1].content)


asyncio.run(main())
