"""Attacks the classifier of examples/fashion-classifier with a tool that people use today; prints one JSON line.

    python bench/support/attack_peers.py TOOL ATTACK MODEL IMAGES LABELS [--count 1000] [--eps 8/255] [--step 2/255]
        [--steps 10] [--threads 1] [--seed 0] [--save ADVERSARIAL.npy]

TOOL is art, torchattacks or autoattack, and must be installed with PyTorch and onnx. MODEL is an ONNX file that train.py
wrote: its weights are put into the module that they came from, so that every tool attacks the same ones. IMAGES are
uint8 [N, 1, 28, 28]. Processor time is that of the attack alone, without imports and without the final look at what it
did.
"""

import argparse
import contextlib
import json
import os
import sys
import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

sys.path.insert(0, str(Path(__file__).parents[2] / "examples/fashion-classifier"))
from train import Classifier, as_inputs  # noqa: E402


def read_model(path: Path) -> torch.nn.Module:
    weights = {item.name: torch.from_numpy(numpy_helper.to_array(item).copy()) for item in onnx.load(path).graph.initializer}
    model = Classifier(width=weights["conv1.weight"].shape[0])
    model.load_state_dict(weights)
    return model.eval()


def run_art(model: torch.nn.Module, x: torch.Tensor, y: torch.Tensor, options: argparse.Namespace) -> torch.Tensor:
    from art.attacks import evasion
    from art.attacks.evasion.projected_gradient_descent.projected_gradient_descent_numpy import (
        ProjectedGradientDescentNumpy,
    )
    from art.estimators.classification import PyTorchClassifier

    classifier = PyTorchClassifier(
        model=model,
        loss=torch.nn.CrossEntropyLoss(),
        input_shape=tuple(x.shape[1:]),
        nb_classes=10,
        clip_values=(0, 1),
        device_type="cpu",
    )
    eps, step = float(options.eps), float(options.step)
    shared = {"eps": eps, "eps_step": step, "max_iter": options.steps, "batch_size": options.batch, "verbose": False}
    batch = {"batch_size": options.batch, "verbose": False}
    attack = {
        "fgsm": lambda: evasion.FastGradientMethod(classifier, eps=eps, batch_size=options.batch),
        "pgd": lambda: evasion.ProjectedGradientDescent(classifier, num_random_init=0, **shared),
        "pgd-numpy": lambda: ProjectedGradientDescentNumpy(classifier, num_random_init=0, **shared),
        "pgd-l2": lambda: evasion.ProjectedGradientDescent(classifier, norm=2, num_random_init=0, **shared),
        "mifgsm": lambda: evasion.MomentumIterativeMethod(classifier, **shared),
        "deepfool": lambda: evasion.DeepFool(classifier, max_iter=options.steps, epsilon=0.02, **batch),
        "cw-l2": lambda: evasion.CarliniL2Method(classifier, max_iter=options.steps, **batch),
    }[options.attack]()
    truth = None if options.attack == "deepfool" else y.numpy()
    return torch.from_numpy(attack.generate(x.numpy(), truth))


def run_torchattacks(model: torch.nn.Module, x: torch.Tensor, y: torch.Tensor, options: argparse.Namespace) -> torch.Tensor:
    import torchattacks

    eps, step = float(options.eps), float(options.step)
    attack = {
        "fgsm": lambda: torchattacks.FGSM(model, eps=eps),
        "pgd": lambda: torchattacks.PGD(model, eps=eps, alpha=step, steps=options.steps, random_start=False),
        "pgd-l2": lambda: torchattacks.PGDL2(model, eps=eps, alpha=step, steps=options.steps, random_start=False),
        "mifgsm": lambda: torchattacks.MIFGSM(model, eps=eps, alpha=step, steps=options.steps),
        "deepfool": lambda: torchattacks.DeepFool(model, steps=options.steps),
        "cw-l2": lambda: torchattacks.CW(model, steps=options.steps),
    }[options.attack]()
    pairs = zip(x.split(options.batch), y.split(options.batch), strict=True)
    return torch.cat([attack(*pair).detach() for pair in pairs])


def run_autoattack(model: torch.nn.Module, x: torch.Tensor, y: torch.Tensor, options: argparse.Namespace) -> torch.Tensor:
    from pyautoattack import AutoAttack

    runner = AutoAttack(model, eps=float(options.eps), norm="Linf", seed=options.seed, version="standard")
    if options.attack != "standard":
        # One of its four, with the settings of the standard version.
        runner.attacks_to_run = [options.attack]
    return runner.run_standard_evaluation(x, y, batch_size=options.batch)[0]


TOOLS = {"art": run_art, "torchattacks": run_torchattacks, "autoattack": run_autoattack}


@torch.no_grad()
def is_right(model: torch.nn.Module, x: torch.Tensor, y: torch.Tensor) -> np.ndarray:
    return (torch.cat([model(part) for part in x.split(500)]).argmax(1) == y).numpy()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("tool", choices=TOOLS)
    options.add_argument("attack")
    options.add_argument("model", type=Path)
    options.add_argument("images", type=Path)
    options.add_argument("labels", type=Path)
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--eps", type=Fraction, default=Fraction(8, 255))
    options.add_argument("--step", type=Fraction, default=Fraction(2, 255))
    options.add_argument("--steps", type=int, default=10)
    options.add_argument("--batch", type=int, default=100)
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--save", type=Path)
    chosen = options.parse_args()
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(chosen.seed)
    model = read_model(chosen.model)
    x = as_inputs(np.load(chosen.images)[: chosen.count])
    y = torch.from_numpy(np.load(chosen.labels)[: chosen.count].astype(np.int64))
    # Imports and first calls are not the attack's.
    with contextlib.redirect_stdout(sys.stderr):
        warm = argparse.Namespace(**{**vars(chosen), "batch": 2, "steps": 1, "save": None})
        if chosen.tool != "autoattack":
            TOOLS[chosen.tool](model, x[:2], y[:2], warm)
        load, wall, cpu = os.getloadavg()[0], time.perf_counter(), time.process_time()
        adversarial = TOOLS[chosen.tool](model, x, y, chosen)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    if chosen.save is not None:
        np.save(chosen.save, adversarial.numpy())
    right, still = is_right(model, x, y), is_right(model, adversarial, y)
    change = (adversarial - x).flatten(1).double()
    broken = right & ~still
    distances = change.norm(dim=1).numpy()[broken]
    result = {
        "tool": chosen.tool,
        "attack": chosen.attack,
        "count": chosen.count,
        "settings": {
            "eps": str(chosen.eps),
            "step": str(chosen.step),
            "steps": chosen.steps,
            "batch": chosen.batch,
            "seed": chosen.seed,
            "threads": chosen.threads,
        },
        "cleanAccuracy": float(right.mean()),
        "robustAccuracy": float((right & still).mean()),
        "medianL2": float(np.median(distances)) if broken.any() else None,
        "meanL2": float(distances.mean()) if broken.any() else None,
        "maxLinf": float(change.abs().max()),
        "cpuSeconds": round(cpu, 2),
        "wallSeconds": round(wall, 2),
        "load": round(load, 1),
    }
    print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
