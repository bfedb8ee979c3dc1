"""An int8 model in QuantizeLinear/DequantizeLinear form, and its straight-through gradient in float64.

The gradient passes through rounding as if it were not there (Bengio et al. 2013). Two conventions are written:
`gradient64` stops it where a value is outside of the range that the integers can hold, as torch.fake_quantize does;
`gradient64open` passes it there too.
"""

import hashlib
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime import quantization
from torch.nn import functional as f


class Samples(quantization.CalibrationDataReader):
    def __init__(self, count: int, shape: tuple[int, ...]) -> None:
        draw = np.random.default_rng(3)
        self.items = iter([{"input": draw.standard_normal((4, *shape)).astype(np.float32)} for _ in range(count)])

    def get_next(self) -> dict[str, np.ndarray] | None:
        return next(self.items, None)


def spread(values: torch.Tensor, like: torch.Tensor, axis: int) -> torch.Tensor:
    """One value for each channel, shaped to multiply `like`."""
    if values.dim() == 0 or values.numel() == 1:
        return values.reshape(())
    return values.reshape([-1 if place == axis else 1 for place in range(like.dim())])


def rounded(x: torch.Tensor, scale: torch.Tensor, zero: torch.Tensor, clipped: bool) -> torch.Tensor:
    """Quantised and back, with the straight-through gradient."""
    low, high = (-128, 127) if zero.dtype == torch.int8 else (0, 255)
    steps = x / scale + zero
    inside = steps.clamp(low - 0.5, high + 0.5) if clipped else steps
    exact = (torch.round(x / scale) + zero).clamp(low, high)
    return ((exact - inside).detach() + inside - zero) * scale


def evaluate(model: onnx.ModelProto, inputs: torch.Tensor, clipped: bool) -> torch.Tensor:
    """The graph of a small quantised CNN, run by PyTorch in float64."""
    values = {item.name: torch.from_numpy(numpy_helper.to_array(item).copy()) for item in model.graph.initializer}
    values["input"] = inputs
    for node in model.graph.node:
        given = [values[name] for name in node.input]
        options = {item.name: onnx.helper.get_attribute_value(item) for item in node.attribute}
        values[node.output[0]] = step(node.op_type, given, options | {"clipped": clipped})
    return values[model.graph.output[0].name]


def step(kind: str, given: list[torch.Tensor], options: dict) -> torch.Tensor:
    x, rest = given[0], given[1:]
    if kind == "QuantizeLinear":
        # Kept as a real number: the DequantizeLinear behind it has nothing left to do.
        return rounded(x, rest[0].double(), rest[1], options["clipped"])
    if kind == "DequantizeLinear":
        if x.is_floating_point():
            return x
        axis = options.get("axis", 1)
        zero = spread(rest[1], x, axis).double() if len(rest) > 1 else 0.0
        return (x.double() - zero) * spread(rest[0].double(), x, axis)
    if kind == "Conv":
        (top, left, bottom, right), stride = options["pads"], options["strides"]
        return f.conv2d(f.pad(x, (left, right, top, bottom)), rest[0], rest[1] if len(rest) > 1 else None, stride)
    if kind == "Gemm":
        return x @ (rest[0].T if options.get("transB") else rest[0]) + rest[1]
    if kind == "MaxPool":
        return f.max_pool2d(x, options["kernel_shape"], options["strides"])
    if kind == "Relu":
        return f.relu(x)
    if kind == "Flatten":
        return x.flatten(options.get("axis", 1))
    raise NotImplementedError(kind)


def export_quantized(
    module: torch.nn.Module, sample: tuple[torch.Tensor, torch.Tensor], target: Path
) -> tuple[dict[str, object], dict[str, np.ndarray]]:
    """Writes the quantised model; gives the facts and arrays of its golden file."""
    inputs, labels = sample
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        names = {"input_names": ["input"], "output_names": ["logits"], "dynamic_axes": {"input": {0: "batch"}}}
        torch.onnx.export(module, (inputs,), plain, dynamo=False, opset_version=17, **names)
        quantization.quantize_static(
            plain,
            target,
            Samples(16, tuple(inputs.shape[1:])),
            quant_format=quantization.QuantFormat.QDQ,
            per_channel=True,
            activation_type=quantization.QuantType.QInt8,
            weight_type=quantization.QuantType.QInt8,
        )
    model, arrays = onnx.load(target), {"input": inputs.numpy()}
    for key, clipped in (("gradient64", True), ("gradient64open", False)):
        leaf = inputs.double().requires_grad_()
        logits = evaluate(model, leaf, clipped)
        losses = f.cross_entropy(logits, labels, reduction="none")
        arrays[key] = torch.autograd.grad(losses.sum(), leaf)[0].numpy()
        arrays["logits"], loss = logits.detach().numpy(), losses.detach().tolist()
    facts = {
        "model": target.name,
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
        "alsoAs": [],
        "opset": 17,
        "torch": torch.__version__,
        "input": "input",
        "output": "logits",
        "labels": labels.tolist(),
        "loss": loss,
        "straightThrough": "gradient64: zero outside of the range; gradient64open: passed everywhere",
    }
    return facts, arrays
