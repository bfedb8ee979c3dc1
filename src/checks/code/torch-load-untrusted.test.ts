import { checkCases } from "../../testing/check-cases.ts";
import { torchLoadUntrusted } from "./torch-load-untrusted.ts";

checkCases(torchLoadUntrusted, {
  found: [
    "import torch\ntorch.load(p, weights_only=False)",
    "from torch import load\nload(p)",
    "import torch as t\nt.serialization.load(p)",
    "import torch\nread = torch.load\nread(p)",
  ],
  clean: [
    "import torch\ntorch.load(p, weights_only=True)",
    "import torch\nsafe = True\ntorch.load(p, weights_only=safe)",
    "import torch\ntorch.load(p, **{'weights_only': True})",
    "def load(p): ...\nload(p)",
  ],
});
