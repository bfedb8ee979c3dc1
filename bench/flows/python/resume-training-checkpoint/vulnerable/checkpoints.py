from pathlib import Path

import torch


def save(path: Path, model, optimizer, epoch: int) -> None:
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}, path)


def restore(path: Path, model, optimizer) -> int:
    checkpoint = torch.load(path, map_location="cpu", weights_only=False)  # sink
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    return checkpoint["epoch"] + 1
