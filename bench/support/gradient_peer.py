"""How fast PyTorch gives an input gradient; prints one JSON line for each model.

    python bench/support/gradient_peer.py [--threads 1] [--runs 5] NAME:BATCH ...

NAME is one of scripts/robustness/reference_models.py. The loss is cross-entropy, the weights need no gradient, and the
best of the runs counts, in processor time.
"""

import argparse
import json
import resource
import sys
import time
from pathlib import Path

import torch
from torch.nn import functional as f

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts/robustness"))
from reference_models import build, example  # noqa: E402


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("models", nargs="+", metavar="NAME:BATCH")
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    torch.set_num_threads(chosen.threads)
    for text in chosen.models:
        name, batch = text.split(":")
        module = build(name).requires_grad_(False)
        inputs, labels = example(name, int(batch))
        times = []
        for _ in range(chosen.runs + 1):
            cpu, wall = time.process_time(), time.perf_counter()
            leaf = inputs.clone().requires_grad_()
            torch.autograd.grad(f.cross_entropy(module(leaf), labels, reduction="sum"), leaf)
            times.append((time.process_time() - cpu, time.perf_counter() - wall))
        best = {"cpuSeconds": min(cpu for cpu, _ in times[1:]), "wallSeconds": min(wall for _, wall in times[1:])}
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"model": name, "batch": int(batch), **best, "peakMib": peak, "torch": torch.__version__}), flush=True)


if __name__ == "__main__":
    main()
