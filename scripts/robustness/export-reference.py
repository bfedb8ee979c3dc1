"""Exports ONNX files and PyTorch's own input gradients, that Pavise's gradients are measured against.

    python scripts/robustness/export-reference.py OUT [NAME ...]

Needs torch, torchvision, onnx and onnxruntime. For each architecture of reference_models.py it writes NAME.onnx and
NAME.golden.json with the raw little-endian .bin files that it names: input, logits and the gradient of the
cross-entropy, summed over the batch, with respect to the input, computed in float64 and in float32.
"""

import argparse
import copy
import hashlib
import json
import time
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch.nn import functional as f

from quantized import export_quantized
from reference_models import REFERENCES, build, example


def gradient(module: torch.nn.Module, inputs: torch.Tensor, labels: torch.Tensor) -> dict[str, np.ndarray]:
    """Loss of each item, logits, and the gradient of the summed loss, in the precision of `inputs`."""
    leaf = inputs.clone().requires_grad_()
    logits = module(leaf)
    losses = f.cross_entropy(logits, labels, reduction="none")
    (grad,) = torch.autograd.grad(losses.sum(), leaf)
    return {"loss": losses.detach().numpy(), "logits": logits.detach().numpy(), "gradient": grad.numpy()}


def distance(ours: np.ndarray, exact: np.ndarray) -> float:
    return float(np.linalg.norm(ours.astype(np.float64) - exact) / np.linalg.norm(exact))


def write_onnx(name: str, module: torch.nn.Module, target: Path) -> None:
    """The file as the TorchScript exporter writes it; beside it NAME-export.onnx by torch.export, where asked for."""
    reference, (inputs, _) = REFERENCES[name], example(name)
    names = {"input_names": ["input"], "output_names": ["logits"]}
    axes = {"input": {0: "batch"}, "logits": {0: "batch"}} if reference.dynamic_batch else None
    torch.onnx.export(module, (inputs,), target, dynamo=False, opset_version=reference.opset, dynamic_axes=axes, **names)
    if not reference.by_export:
        return
    shapes = ({0: torch.export.Dim("batch")},) if reference.dynamic_batch else None
    again = target.with_name(f"{name}-export.onnx")
    torch.onnx.export(module, (inputs,), again, dynamo=True, dynamic_shapes=shapes, external_data=False, **names)


def run_onnx(path: Path, inputs: torch.Tensor) -> np.ndarray:
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    return session.run(None, {session.get_inputs()[0].name: inputs.numpy()})[0]


def write_golden(name: str, out: Path, facts: dict[str, object], arrays: dict[str, np.ndarray]) -> None:
    files = {}
    for key, array in arrays.items():
        raw = np.ascontiguousarray(array)
        (out / f"{name}.{key}.bin").write_bytes(raw.tobytes())
        files[key] = {"file": f"{name}.{key}.bin", "dtype": str(raw.dtype), "shape": list(raw.shape)}
    (out / f"{name}.golden.json").write_text(json.dumps({"name": name, **facts, "files": files}, indent=1) + "\n")


def export(name: str, out: Path) -> None:
    started, target = time.time(), out / f"{name}.onnx"
    module, (inputs, labels) = build(name), example(name)
    exact = gradient(copy.deepcopy(module).double(), inputs.double(), labels)
    single = gradient(module, inputs, labels)
    write_onnx(name, module, target)
    seen = run_onnx(target, inputs)
    facts = {
        "model": target.name,
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
        "alsoAs": [f"{name}-export.onnx"] if REFERENCES[name].by_export else [],
        "opset": REFERENCES[name].opset,
        "torch": torch.__version__,
        "input": "input",
        "output": "logits",
        "labels": labels.tolist(),
        "loss": exact["loss"].tolist(),
        "onnxLogitsRelativeL2": distance(seen, exact["logits"]),
        "float32RelativeL2": distance(single["gradient"], exact["gradient"]),
        "float32SignMismatch": float(np.mean(np.sign(single["gradient"]) != np.sign(exact["gradient"]))),
    }
    arrays = {
        "input": inputs.numpy(),
        "logits": exact["logits"],
        "gradient64": exact["gradient"],
        "gradient32": single["gradient"],
    }
    write_golden(name, out, facts, arrays)
    numbers = f"logits {facts['onnxLogitsRelativeL2']:.1e}, float32 gradient {facts['float32RelativeL2']:.1e}"
    print(f"{name}: {target.stat().st_size / 1e6:.1f} MB, {numbers}, {time.time() - started:.0f} s", flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("out", type=Path)
    options.add_argument("names", nargs="*")
    chosen = options.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    # The encoder's fast path is one opaque operator that no exporter writes.
    torch.backends.mha.set_fastpath_enabled(False)
    for name in chosen.names or [*REFERENCES, "small_cnn_qdq"]:
        if name == "small_cnn_qdq":
            facts, arrays = export_quantized(build("small_cnn"), example("small_cnn"), chosen.out / f"{name}.onnx")
            write_golden(name, chosen.out, facts, arrays)
        else:
            export(name, chosen.out)


if __name__ == "__main__":
    main()
