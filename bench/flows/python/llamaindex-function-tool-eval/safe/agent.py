import math
import operator

from llama_index.core.agent.workflow import FunctionAgent
from llama_index.core.tools import FunctionTool
from llama_index.llms.openai import OpenAI


OPERATIONS = {"add": operator.add, "times": operator.mul, "power": math.pow}


def compute(left: float, operation: str, right: float) -> float:
    """Computes left operation right."""
    return OPERATIONS[operation](float(left), float(right))


agent = FunctionAgent(
    tools=[FunctionTool.from_defaults(fn=compute)],
    llm=OpenAI(model="gpt-4o-mini", timeout=20),
    system_prompt="Use the tool for arithmetic.",
)
