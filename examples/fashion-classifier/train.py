"""Trains the classifier of this example on Fashion-MNIST and writes what `pavise attack` reads.

    python train.py DATA OUT [--epochs 2] [--harden 0.05]

DATA holds the four IDX files of Fashion-MNIST (Debian: dataset-fashion-mnist), plain or .gz. OUT receives model.onnx
(float32 [N, 1, 28, 28] in 0..1 to ten logits), images.npy and labels.npy (the first 200 test images) and classes.txt.
With --harden EPS it is trained on attacked images ("fast" adversarial training, Wong, Rice and Kolter 2020).
"""

import argparse
import gzip
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as f

CLASSES = ["T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"]


class Classifier(nn.Module):
    """Two convolutions, two linear layers: 106 k weights at the usual width."""

    def __init__(self, classes: int = 10, width: int = 16) -> None:
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, width, 3, padding=1), nn.Conv2d(width, 2 * width, 3, padding=1)
        self.fc1, self.fc2 = nn.Linear(2 * width * 7 * 7, 4 * width), nn.Linear(4 * width, classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = f.max_pool2d(f.relu(self.conv1(x)), 2)
        x = f.max_pool2d(f.relu(self.conv2(x)), 2)
        return self.fc2(f.relu(self.fc1(x.flatten(1))))


def read_idx(path: Path) -> np.ndarray:
    """An IDX file of bytes: two zeros, 8 for uint8, the number of dimensions, then each as a big-endian int32."""
    raw = path.read_bytes() if path.exists() else gzip.decompress(path.with_name(path.name + ".gz").read_bytes())
    dimensions = np.frombuffer(raw, ">i4", count=raw[3], offset=4)
    return np.frombuffer(raw, np.uint8, offset=4 + 4 * raw[3]).reshape(dimensions)


def read_split(folder: Path, name: str) -> tuple[np.ndarray, np.ndarray]:
    """Images uint8 [N, 1, 28, 28] and labels int64 [N]."""
    images = read_idx(folder / f"{name}-images-idx3-ubyte")[:, None]
    return images, read_idx(folder / f"{name}-labels-idx1-ubyte").astype(np.int64)


def as_inputs(images: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(images.astype(np.float32) / np.float32(255))


def attacked(model: nn.Module, images: torch.Tensor, labels: torch.Tensor, eps: float) -> torch.Tensor:
    """One signed step of 1.25 eps from a random start within eps."""
    start = torch.empty_like(images).uniform_(-eps, eps).requires_grad_()
    (gradient,) = torch.autograd.grad(f.cross_entropy(model(images + start), labels), start)
    change = (start.detach() + 1.25 * eps * gradient.sign()).clamp(-eps, eps)
    return (images + change).clamp(0, 1)


def train(model: nn.Module, data: tuple[np.ndarray, np.ndarray], epochs: int, harden: float) -> None:
    images, labels = as_inputs(data[0]), torch.from_numpy(data[1])
    batches = (len(images) + 127) // 128
    optimizer = torch.optim.Adam(model.parameters())
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=epochs * batches)
    for epoch in range(epochs):
        total = 0.0
        for chosen in torch.randperm(len(images)).split(128):
            batch, truth = images[chosen], labels[chosen]
            loss = f.cross_entropy(model(attacked(model, batch, truth, harden) if harden > 0 else batch), truth)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / batches:.3f}", flush=True)


@torch.no_grad()
def accuracy(model: nn.Module, images: np.ndarray, labels: np.ndarray) -> float:
    right = [
        (model(as_inputs(images[at : at + 1000])).argmax(1).numpy() == labels[at : at + 1000]).sum()
        for at in range(0, len(images), 1000)
    ]
    return float(sum(right)) / len(images)


def write_model(model: nn.Module, target: Path) -> None:
    """`target` as ONNX of opset 17 with a free batch."""
    names = {"input_names": ["image"], "output_names": ["logits"]}
    axes = {"image": {0: "batch"}, "logits": {0: "batch"}}
    torch.onnx.export(
        model, (torch.zeros(1, 1, 28, 28),), target, dynamo=False, opset_version=17, dynamic_axes=axes, **names
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--epochs", type=int, default=2)
    options.add_argument("--harden", type=float, default=0.0, metavar="EPS")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    torch.manual_seed(chosen.seed)
    model, test = Classifier(), read_split(chosen.data, "t10k")
    train(model, read_split(chosen.data, "train"), chosen.epochs, chosen.harden)
    print(f"accuracy on {len(test[1])} test images: {accuracy(model, *test):.4f}")
    chosen.out.mkdir(parents=True, exist_ok=True)
    write_model(model.eval(), chosen.out / "model.onnx")
    np.save(chosen.out / "images.npy", test[0][:200])
    np.save(chosen.out / "labels.npy", test[1][:200])
    (chosen.out / "classes.txt").write_text("\n".join(CLASSES) + "\n")


if __name__ == "__main__":
    main()
