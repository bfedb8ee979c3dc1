import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { hubScriptExecuted } from "./hub-script-executed.ts";

checkCases(hubScriptExecuted, {
  found: [
    'import sys\nfrom huggingface_hub import snapshot_download\nsys.path.insert(0, snapshot_download("u/r"))',
    "import evaluate\nevaluate.load('someone/metric')",
    "from evaluate import load as metric\nmetric('accuracy')",
    "from kernels import get_kernel\nget_kernel('a/b', revision='main')",
    "from diffusers import DiffusionPipeline as P\nP.from_pretrained(\n    'a/b',\n    custom_pipeline='c/d',\n)",
    "from speechbrain.inference.interfaces import foreign_class\nforeign_class(source='a/b', pymodule_file='x.py', classname='X')",
    "from speechbrain.inference import EncoderClassifier\nEncoderClassifier.from_hparams(source='a/b')",
  ],
  clean: [
    'import sys\nsys.path.insert(0, "lib")',
    "import evaluate\nevaluate.load('./metrics/mine.py')",
    "import evaluate\nevaluate.list_evaluation_modules()",
    "from diffusers import DiffusionPipeline as P\nP.from_pretrained('a/b', custom_pipeline='./mine')",
    "from mylib import get_kernel\nget_kernel('a/b')",
    "from speechbrain.inference import EncoderClassifier\nEncoderClassifier.from_hparams(source='./mine')",
  ],
});

test("the hub's own metrics are a habit, not a danger", () => {
  const found = runCheck(hubScriptExecuted, { code: "import evaluate\nevaluate.load('accuracy')" });
  expect(found[0]?.details).toMatchObject({ severity: "low", audience: "pedantic" });
});
