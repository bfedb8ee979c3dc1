import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { torchHubUnpinned } from "./torch-hub-unpinned.ts";

checkCases(torchHubUnpinned, {
  found: [
    "import torch\ntorch.hub.load('ultralytics/yolov5', 'yolov5s')",
    "from torch import hub\nhub.load(repo, 'x')",
    "from torch.hub import load as fetch\nfetch(\n    repo_or_dir='a/b',\n    model='x',\n)",
    "import torch\ntorch.hub.load('.', 'x', source='local')",
  ],
  clean: [
    "import torch\ntorch.hub.set_dir(p)",
    "import torch\ntorch.hub.load_state_dict_from_url(u)",
    "import tensorflow_hub as hub\nhub.load('x')",
  ],
});

test("a reference decides how bad it is", () => {
  const of = (args: string) =>
    runCheck(torchHubUnpinned, { code: `import torch\ntorch.hub.load(${args})` })[0]?.details
      .severity;
  expect(of("'a/b', 'm', trust_repo=True")).toBe("high");
  expect(of("'a/b', 'm'")).toBeUndefined();
  expect(of("'a/b:v1.0', 'm', trust_repo=True")).toBeUndefined();
  expect(of("'a/b:0123456789abcdef', 'm'")).toBe("low");
});
