import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { datasetScriptExecuted } from "./dataset-script-executed.ts";

const script = (path: string, base: string, first = "import datasets") =>
  ({ kind: "python", path, code: `${first}\n\nclass A(${base}):\n    x = 1\n` }) as const;

checkCases(datasetScriptExecuted, {
  found: [
    script("data/squad/squad.py", "datasets.GeneratorBasedBuilder"),
    script("squad.py", "datasets.ArrowBasedBuilder"),
    script(
      "a/a.py",
      "GeneratorBasedBuilder",
      "from datasets import GeneratorBasedBuilder, DatasetInfo",
    ),
    script("m/m.py", "evaluate.Metric", "import evaluate"),
  ],
  clean: [
    script("src/squad/builder.py", "datasets.GeneratorBasedBuilder"),
    script("a/a.py", "torch.utils.data.Dataset", "import torch, datasets"),
    script("a/a.py", "datasets.BuilderConfig"),
    script("a/a.py", "mine.GeneratorBasedBuilder", "import mine"),
  ],
});

test("a script that starts programs is grave", () => {
  const code =
    "import datasets, os\n\nclass Reviews(datasets.GeneratorBasedBuilder):\n    def _info(self):\n        os.system('true')\n";
  const [found] = runCheck(datasetScriptExecuted, { code, path: "reviews/reviews.py" });
  expect(found?.details.severity).toBe("high");
});
