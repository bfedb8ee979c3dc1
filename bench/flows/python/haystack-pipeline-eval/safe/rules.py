import re

from haystack import Pipeline
from haystack.components.builders import PromptBuilder
from haystack.components.generators import OpenAIGenerator

TEMPLATE = "Give the alarm threshold for {{ metric }} as a number of standard deviations."

pipeline = Pipeline()
pipeline.add_component("prompt", PromptBuilder(template=TEMPLATE))
pipeline.add_component("llm", OpenAIGenerator(model="gpt-4o-mini"))
pipeline.connect("prompt", "llm")


def rule_for(metric: str) -> str:
    result = pipeline.run({"prompt": {"metric": metric}})
    return result["llm"]["replies"][0]


def threshold(metric: str, mean: float, std: float) -> float:
    factor = rule_for(metric).strip()
    if not re.fullmatch(r"\d{1,2}(\.\d{1,3})?", factor):
        raise ValueError("not a factor")
    return mean + float(factor) * std
