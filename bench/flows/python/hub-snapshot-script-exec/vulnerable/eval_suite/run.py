from .download import suite


def metric_of(name: str) -> str:
    return (suite(name) / "metric.py").read_text()


def load_metric(name: str):
    scope: dict = {}
    exec(compile(metric_of(name), name, "exec"), scope)  # sink
    return scope["compute"]
