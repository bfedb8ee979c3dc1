import click
import numpy as np

from evalcli.metrics import build


@click.command()
@click.option("--metric", default="abs(y - p).mean()")
@click.argument("path", type=click.Path(exists=True))
def evaluate(metric: str, path: str) -> None:
    data = np.load(path)
    click.echo(build(source=metric)(data["y"], data["p"]))


if __name__ == "__main__":
    evaluate()
