"""The architectures whose gradients are compared with PyTorch's: name, builder, shape of one input."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import torch
import torchvision.models as vision
from torch import nn
from torch.nn import functional as f
from torchvision.models.convnext import CNBlock

sys.path.insert(0, str(Path(__file__).parents[2] / "examples/fashion-classifier"))
from train import Classifier  # noqa: E402


@dataclass(frozen=True)
class Reference:
    """One architecture. `build` gives a fresh module; `shape` is one input without its batch."""

    build: Callable[[], nn.Module]
    shape: tuple[int, ...]
    opset: int = 17
    dynamic_batch: bool = True
    # Of the inputs. Where the usual one lies on a kink (a ReLU that float32 sees on the other side), another was taken.
    seed: int = 7
    # Exported a second way too: by torch.export, the default of PyTorch from 2.9 on.
    by_export: bool = False


IMAGE = (3, 224, 224)


def mlp() -> nn.Module:
    return nn.Sequential(
        nn.Linear(30, 64), nn.BatchNorm1d(64), nn.SiLU(), nn.Linear(64, 64), nn.BatchNorm1d(64), nn.SiLU(), nn.Linear(64, 2)
    )


class TextTransformer(nn.Module):
    """Two encoder layers on embeddings [N, 64, 128], mean over tokens, a linear head."""

    def __init__(self, classes: int = 4) -> None:
        super().__init__()
        layer = nn.TransformerEncoderLayer(128, 4, 256, activation="gelu", batch_first=True)
        self.encoder = nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)
        self.head = nn.Linear(128, classes)

    def forward(self, embeddings: torch.Tensor) -> torch.Tensor:
        return self.head(self.encoder(embeddings).mean(1))


class WideBlock(nn.Module):
    def __init__(self, wide_in: int, wide: int, stride: int) -> None:
        super().__init__()
        self.bn1, self.conv1 = nn.BatchNorm2d(wide_in), nn.Conv2d(wide_in, wide, 3, stride, 1, bias=False)
        self.bn2, self.conv2 = nn.BatchNorm2d(wide), nn.Conv2d(wide, wide, 3, 1, 1, bias=False)
        self.shortcut = nn.Conv2d(wide_in, wide, 1, stride, bias=False) if wide_in != wide else None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        out = f.relu(self.bn1(x))
        kept = self.shortcut(out) if self.shortcut is not None else x
        return kept + self.conv2(f.relu(self.bn2(self.conv1(out))))


class WideResNet(nn.Module):
    """Zagoruyko and Komodakis 2016, pre-activation, for 3x32x32."""

    def __init__(self, depth: int, widen: int, classes: int = 10) -> None:
        super().__init__()
        blocks, widths = (depth - 4) // 6, [16, 16 * widen, 32 * widen, 64 * widen]
        layers: list[nn.Module] = [nn.Conv2d(3, 16, 3, 1, 1, bias=False)]
        for stage, (wide_in, wide) in enumerate(zip(widths, widths[1:])):
            for block in range(blocks):
                stride = 2 if stage > 0 and block == 0 else 1
                layers.append(WideBlock(wide_in if block == 0 else wide, wide, stride))
        self.body, self.bn, self.head = nn.Sequential(*layers), nn.BatchNorm2d(widths[-1]), nn.Linear(widths[-1], classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(f.adaptive_avg_pool2d(f.relu(self.bn(self.body(x))), 1).flatten(1))


class Recurrent(nn.Module):
    """A two-layer, two-way LSTM or GRU on [N, 20, 16], the last step's state, a linear head."""

    def __init__(self, kind: type[nn.RNNBase], classes: int = 5) -> None:
        super().__init__()
        self.rnn = kind(16, 32, num_layers=2, batch_first=True, bidirectional=True)
        self.head = nn.Linear(64, classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.rnn(x)[0][:, -1])


def down(wide_in: int, wide: int) -> nn.Module:
    return nn.Sequential(nn.Conv2d(wide_in, wide, 3, 2, 1), nn.BatchNorm2d(wide), nn.LeakyReLU(0.1))


class UNet(nn.Module):
    """Down twice, up twice with a skip; the map is averaged to logits. `up` says how it grows."""

    def __init__(self, up: str, classes: int = 6) -> None:
        super().__init__()
        self.first, self.second = down(3, 16), down(16, 32)
        self.up1, self.up2 = UNet.grow(up, 32, "nearest"), UNet.grow(up, 16, "bilinear")
        self.mix1, self.mix2 = nn.Conv2d(32 + 16, 16, 3, padding=1), nn.Conv2d(16 + 3, classes, 3, padding=1)

    @staticmethod
    def grow(up: str, wide: int, mode: str) -> nn.Module:
        if up == "transpose":
            return nn.ConvTranspose2d(wide, wide, 3, stride=2, padding=1, output_padding=1)
        return nn.Upsample(scale_factor=2, mode=mode, align_corners=None if mode == "nearest" else False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        half = self.first(x)
        out = f.elu(self.mix1(torch.cat([self.up1(self.second(half)), half], 1)))
        return self.mix2(torch.cat([self.up2(out), x], 1)).mean((2, 3))


class ChannelsCnn(nn.Module):
    """Two convolutions of 64 and 128 channels on 3x32x32: where convolution, not overhead, sets the speed."""

    def __init__(self, classes: int = 10) -> None:
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(3, 64, 3, padding=1), nn.Conv2d(64, 128, 3, padding=1)
        self.head = nn.Linear(128, classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = f.max_pool2d(f.relu(self.conv1(x)), 2)
        return self.head(f.adaptive_avg_pool2d(f.relu(self.conv2(x)), 1).flatten(1))


def of_vision(build: Callable[..., nn.Module], **options: object) -> Callable[[], nn.Module]:
    return lambda: build(weights=None, **options)


REFERENCES: dict[str, Reference] = {
    "mlp": Reference(mlp, (30,), by_export=True),
    "text_transformer": Reference(TextTransformer, (64, 128), by_export=True),
    "small_cnn": Reference(Classifier, (1, 28, 28), by_export=True),
    "channels_cnn": Reference(ChannelsCnn, (3, 32, 32)),
    "lstm": Reference(lambda: Recurrent(nn.LSTM), (20, 16)),
    "gru": Reference(lambda: Recurrent(nn.GRU), (20, 16)),
    "unet_resize": Reference(lambda: UNet("resize"), (3, 32, 32), by_export=True),
    "unet_transpose": Reference(lambda: UNet("transpose"), (3, 32, 32)),
    "wrn16_4": Reference(lambda: WideResNet(16, 4), (3, 32, 32)),
    "wrn28_10": Reference(lambda: WideResNet(28, 10), (3, 32, 32)),
    "resnet18": Reference(of_vision(vision.resnet18), IMAGE, by_export=True),
    "resnet50": Reference(of_vision(vision.resnet50), IMAGE),
    "mobilenet_v2": Reference(of_vision(vision.mobilenet_v2), IMAGE, seed=8),
    "mobilenet_v3_small": Reference(of_vision(vision.mobilenet_v3_small), IMAGE, by_export=True),
    "efficientnet_b0": Reference(of_vision(vision.efficientnet_b0), IMAGE),
    "squeezenet1_1": Reference(of_vision(vision.squeezenet1_1), IMAGE),
    "shufflenet": Reference(of_vision(vision.shufflenet_v2_x1_0), IMAGE),
    "convnext_tiny": Reference(of_vision(vision.convnext_tiny), IMAGE, by_export=True),
    "vit_b_16": Reference(of_vision(vision.vit_b_16), IMAGE),
    "swin_t": Reference(of_vision(vision.swin_t), IMAGE),
    "vgg11": Reference(of_vision(vision.vgg11), IMAGE),
    "densenet121": Reference(of_vision(vision.densenet121), IMAGE),
    "googlenet": Reference(of_vision(vision.googlenet, aux_logits=False, init_weights=False, transform_input=False), IMAGE),
}


def build(name: str) -> nn.Module:
    """The module of `name` in eval mode, with a fixed seed.

    BatchNorm statistics are drawn, and so is what PyTorch starts at zero or near it, behind which nothing would be seen.
    """
    torch.manual_seed(20240801)
    module = REFERENCES[name].build().eval()
    with torch.no_grad():
        for part in module.modules():
            if isinstance(part, nn.Linear) and not part.weight.any():
                nn.init.xavier_uniform_(part.weight)
            if isinstance(part, CNBlock):
                part.layer_scale.uniform_(0.1, 0.5)
            if isinstance(part, nn.BatchNorm1d | nn.BatchNorm2d):
                part.running_mean.normal_(0, 0.2)
                part.running_var.uniform_(0.5, 1.5)
                part.weight.uniform_(0.5, 1.5)
                part.bias.normal_(0, 0.1)
    return module


def example(name: str, batch: int = 2) -> tuple[torch.Tensor, torch.Tensor]:
    """Inputs (standard normal, float32) and labels with a fixed seed."""
    draw = torch.Generator().manual_seed(REFERENCES[name].seed)
    inputs = torch.randn((batch, *REFERENCES[name].shape), generator=draw)
    with torch.no_grad():
        classes = build(name)(inputs[:1]).shape[1]
    return inputs, torch.randint(0, classes, (batch,), generator=draw)
