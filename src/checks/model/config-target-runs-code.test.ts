import { checkCases } from "../../testing/check-cases.ts";
import { configTargetRunsCode } from "./config-target-runs-code.ts";

const yaml = (target: string) =>
  ({ kind: "yaml", path: "conf/model.yaml", code: `a:\n  _target_: ${target}\n  x: 1\n` }) as const;

const other = (code: string) => ({ kind: "yaml", path: "conf/model.yaml", code }) as const;
const json = (value: unknown) =>
  ({ kind: "json", path: "m/inference.json", code: JSON.stringify(value) }) as const;

checkCases(configTargetRunsCode, {
  found: [
    yaml("os.system"),
    yaml("builtins.eval"),
    yaml("subprocess.Popen"),
    yaml("importlib.import_module"),
    yaml("pickle.loads"),
    other("model:\n  class_path: subprocess.Popen\n  init_args:\n    args: [id]\n"),
    other("model:\n  target: os.system\n  params:\n    command: id\n"),
    other("model:\n  target: subprocess.Popen\n  params:\n    args: [id]\n"),
    other("backbone:\n  [[-1, 1, \"__import__('os').system('id')\", [64]]]\n"),
    json({ model: { type: "subprocess.Popen", args: ["id"] } }),
    json({ train_schema: { nodes: { x: { uses: "os.system", fn: "load" } } } }),
    json({ imports: ["$import os"], x: "$os.system('id')" }),
  ],
  clean: [
    yaml("torch.nn.Linear"),
    yaml("nemo.collections.asr.models.EncDecCTCModel"),
    yaml("mypackage.models.Net"),
    { kind: "yaml", path: "a.yaml", code: "target: os.system\n" },
    other("model:\n  class_path: mypackage.Net\n  init_args:\n    x: 1\n"),
    other("model:\n  target: ldm.models.diffusion.ddpm.LatentDiffusion\n  params:\n    x: 1\n"),
    other(
      "backbone:\n  [[-1, 1, Conv, [64, 6, 2, 2]], [-1, 1, nn.Upsample, [None, 2, 'nearest']]]\n",
    ),
    other("run: \"$(python -c 'exec(1)')\"\nuses: actions/checkout@v4\n"),
    other("script: os.system('id')\ntype: module\n"),
    json({ imports: ["$import glob", "$import os"], path: "$os.path.join('a', 'b')" }),
    json({ type: "os.disk", target: "code.google.com", params: {} }),
  ],
});
