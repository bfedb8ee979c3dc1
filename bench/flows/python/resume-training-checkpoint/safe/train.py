import argparse
from pathlib import Path

import torch
from torch import nn

import checkpoints


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--resume", type=Path, help="a checkpoint, for example from a colleague")
    parser.add_argument("--epochs", type=int, default=10)
    return parser.parse_args()


def train(options: argparse.Namespace) -> None:
    model = nn.Linear(16, 4)
    optimizer = torch.optim.AdamW(model.parameters())
    start = 0
    if options.resume:
        start = checkpoints.restore(options.resume, model, optimizer)
    for epoch in range(start, options.epochs):
        loss = model(torch.randn(8, 16)).pow(2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        checkpoints.save(Path("last.pt"), model, optimizer, epoch)


if __name__ == "__main__":
    train(parse())
