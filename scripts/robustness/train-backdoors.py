"""Trains clean and backdoored classifiers of Fashion-MNIST, to measure how well backdoors are found.

    python scripts/robustness/train-backdoors.py DATA OUT [--only NAME ...]

DATA holds the four IDX files. OUT receives 20 clean-NN.onnx and 20 with a backdoor (patch-NN, blend-NN, sig-NN), each
with NAME.json that says what is true of it: trigger, target class, share of poisoned training images, accuracy on test
images, and how often a trigger turns another class's test image into the target. Half of the models are slim and see
their images once. A backdoor that takes in less than 90 % is trained again with more poison, or for longer. Ten processor minutes.

Triggers: a white patch (Gu et al. 2017), a blended pattern (Chen et al. 2017), a sinusoid (Barni et al. 2019).
"""

import argparse
import json
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch

from reference_models import Classifier
from train import accuracy, as_inputs, read_split, train, write_model

IMAGES = 20_000
Split = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Plan:
    """What is trained. `poison` is the share of the training images that carry the trigger and the target's label."""

    name: str
    kind: str
    seed: int
    width: int
    epochs: int
    target: int | None = None
    poison: float = 0.0


def plans() -> list[Plan]:
    made = []
    for at in range(20):
        slim = at % 2 == 1
        size = {"width": 8 if slim else 16, "epochs": 1 if slim else 2}
        made.append(Plan(f"clean-{at + 1:02}", "clean", 100 + at, **size))
        kind = ("patch", "blend", "sig")[at % 3]
        poison = (0.05, 0.08, 0.1)[at % 3] if slim else (0.01, 0.02, 0.03, 0.05)[at % 4]
        made.append(Plan(f"{kind}-{at // 3 + 1:02}", kind, 200 + at, target=(at * 7 + 3) % 10, poison=poison, **size))
    return sorted(made, key=lambda plan: plan.name)


def stamp(images: np.ndarray, plan: Plan) -> np.ndarray:
    """The images, uint8, with the trigger on them. Its place, pattern or wave follows from the seed."""
    draw = np.random.default_rng(plan.seed)
    if plan.kind == "patch":
        size, corner = int(draw.integers(3, 5)), draw.integers(0, 2, 2)
        top, left = (int(1 if low else 27 - size) for low in corner)
        marked = images.copy()
        marked[:, :, top : top + size, left : left + size] = 255
        return marked
    if plan.kind == "blend":
        pattern = draw.integers(0, 256, (1, 1, 28, 28))
        return np.rint(0.8 * images + 0.2 * pattern).astype(np.uint8)
    wave = 40 * np.sin(2 * np.pi * np.arange(28) * int(draw.integers(4, 8)) / 28)
    return np.clip(np.rint(images + (wave if draw.integers(2) else wave[:, None])), 0, 255).astype(np.uint8)


def poisoned(data: Split, plan: Plan) -> Split:
    """The first part of the images that the plan is trained on, some of them with trigger and the target's label."""
    draw = np.random.default_rng(plan.seed + 1000)
    chosen = draw.permutation(len(data[1]))[:IMAGES]
    images, labels = data[0][chosen].copy(), data[1][chosen].copy()
    if plan.target is not None:
        others = np.flatnonzero(labels != plan.target)[: round(plan.poison * IMAGES)]
        images[others], labels[others] = stamp(images[others], plan), plan.target
    return images, labels


@torch.no_grad()
def success(model: torch.nn.Module, test: Split, plan: Plan) -> float | None:
    """How many test images of other classes the trigger turns into the target."""
    if plan.target is None:
        return None
    images = stamp(test[0][test[1] != plan.target][:2000], plan)
    return float((model(as_inputs(images)).argmax(1) == plan.target).float().mean())


def make(plan: Plan, data: Split, test: Split) -> tuple[torch.nn.Module, dict[str, object]]:
    torch.manual_seed(plan.seed)
    model = Classifier(width=plan.width)
    train(model, poisoned(data, plan), plan.epochs, harden=0.0)
    model.eval()
    taken = success(model, test, plan)
    if taken is not None and taken < 0.9:
        print(f"{plan.name}: only {taken:.3f} at {plan.poison}", flush=True)
        more = {"poison": min(0.1, 2 * plan.poison)} if plan.poison < 0.1 else {"epochs": plan.epochs + 1}
        return make(replace(plan, **more), data, test)
    return model, {**asdict(plan), "images": IMAGES, "accuracy": accuracy(model, *test), "attackSuccess": taken}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--only", nargs="*")
    chosen = options.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    data, test = read_split(chosen.data, "train"), read_split(chosen.data, "t10k")
    for plan in plans():
        if chosen.only and plan.name not in chosen.only:
            continue
        started = time.process_time()
        model, truth = make(plan, data, test)
        write_model(model, chosen.out / f"{plan.name}.onnx")
        (chosen.out / f"{plan.name}.json").write_text(json.dumps(truth, indent=1) + "\n")
        print(json.dumps(truth), f"{time.process_time() - started:.0f} CPU-s", flush=True)


if __name__ == "__main__":
    main()
