import math

from llama_index.core.agent.workflow import FunctionAgent
from llama_index.core.tools import FunctionTool
from llama_index.llms.openai import OpenAI


def compute(formula: str) -> float:
    """Computes a formula."""
    names = {name: getattr(math, name) for name in ("sqrt", "log", "pi")}
    return float(eval(formula, names))  # sink


agent = FunctionAgent(
    tools=[FunctionTool.from_defaults(fn=compute)],
    llm=OpenAI(model="gpt-4o-mini", timeout=20),
    system_prompt="Use the tool for arithmetic.",
)
