from haystack import Pipeline
from haystack.components.builders import PromptBuilder
from haystack.components.generators import OpenAIGenerator

TEMPLATE = "Give the alarm threshold for {{ metric }} as a Python expression over `mean` and `std`."

pipeline = Pipeline()
pipeline.add_component("prompt", PromptBuilder(template=TEMPLATE))
pipeline.add_component("llm", OpenAIGenerator(model="gpt-4o-mini"))
pipeline.connect("prompt", "llm")


def rule_for(metric: str) -> str:
    result = pipeline.run({"prompt": {"metric": metric}})
    return result["llm"]["replies"][0]


def threshold(metric: str, mean: float, std: float) -> float:
    return eval(rule_for(metric), {}, {"mean": mean, "std": std})  # sink
