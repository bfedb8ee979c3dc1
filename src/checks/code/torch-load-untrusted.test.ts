import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { torchLoadUntrusted } from "./torch-load-untrusted.ts";

checkCases(torchLoadUntrusted, {
  found: [
    "import torch\ntorch.serialization.add_safe_globals([getattr])",
    'model = torch.load("m.pt", weights_only=False)',
    "import torch\ntorch.load(p, weights_only=False)",
    "from torch import load\nload(p)",
    "import torch as t\nt.serialization.load(p)",
    "import torch\nread = torch.load\nread(p)",
    "import torch\noptions = {'weights_only': False}\ntorch.load(p, **options)",
    "import torch\ntorch.load(\n    p,\n    map_location='cpu',\n    weights_only=0,\n)",
    "import functools, torch\ntorch.load = functools.partial(torch.load, weights_only=False)",
    "import torch\n_load = torch.load\ndef load(*a, **k):\n    k['weights_only'] = False\n    return _load(*a, **k)\ntorch.load = load",
    "import torch\n_load = torch.load\ntorch.load = lambda *a, **k: _load(*a, **{**k, 'weights_only': False})",
  ],
  clean: [
    "import torch\ntorch.serialization.add_safe_globals([argparse.Namespace])",
    "import torch\ntorch.load(p, weights_only=True)",
    "import torch\nsafe = True\ntorch.load(p, weights_only=safe)",
    "import torch\ntorch.load(p, **{'weights_only': True})",
    "import functools, torch\ntorch.load = functools.partial(torch.load, weights_only=True)",
    "import torch\ndef mine(): k['weights_only'] = False\ndef guard(*a, **k):\n    k.setdefault('weights_only', True)\ntorch.load = guard",
    "def load(p): ...\nload(p)",
    "# torch\nimport json\njson.load(p)",
  ],
});

function details(code: string): unknown {
  return runCheck(torchLoadUntrusted, { code })[0]?.details;
}

test("is as bad as what is written", () => {
  expect(details("import torch\ntorch.load(p, weights_only=False)")).toMatchObject({
    severity: "high",
  });
  expect(details("import torch\ndef f(p, w):\n    torch.load(p, weights_only=w)")).toMatchObject({
    severity: "low",
    audience: "audit",
  });
  expect(details("import torch\ntorch.load(p)")).toEqual({});
});

test("an unpickler of one's own decides what is allowed", () => {
  expect(
    details("import torch, mine\ntorch.load(p, weights_only=False, pickle_module=mine)"),
  ).toMatchObject({ severity: "low" });
  expect(
    details("import torch, dill\ntorch.load(p, weights_only=False, pickle_module=dill)"),
  ).toMatchObject({ severity: "high" });
});

test("sees the fallback that makes safe loading useless", () => {
  const code =
    "import torch\ntry:\n    m = torch.load(p, weights_only=True)\nexcept Exception:\n    m = torch.load(p, weights_only=False)";
  expect(details(code)).toMatchObject({
    severity: "high",
    message: expect.stringContaining("first attempt"),
  });
});

test("names Bandit's rule only where Bandit reports", () => {
  expect(details("import torch\ntorch.load(p)")).not.toHaveProperty("aliases");
  expect(details("from torch import load\nload(p)")).toMatchObject({ aliases: [] });
});
