import json

from .download import suite


def metric_of(name: str) -> str:
    return (suite(name) / "metric.json").read_text()


def load_metric(name: str):
    weights = json.loads(metric_of(name))
    return lambda scores: sum(float(weights[key]) * score for key, score in scores.items())
