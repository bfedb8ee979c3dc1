import { checkCases } from "../../testing/check-cases.ts";
import { configTargetRunsCode } from "./config-target-runs-code.ts";

const yaml = (target: string) =>
  ({ kind: "yaml", path: "conf/model.yaml", code: `a:\n  _target_: ${target}\n  x: 1\n` }) as const;

checkCases(configTargetRunsCode, {
  found: [
    yaml("os.system"),
    yaml("builtins.eval"),
    yaml("subprocess.Popen"),
    yaml("importlib.import_module"),
    yaml("pickle.loads"),
  ],
  clean: [
    yaml("torch.nn.Linear"),
    yaml("nemo.collections.asr.models.EncDecCTCModel"),
    yaml("mypackage.models.Net"),
    { kind: "yaml", path: "a.yaml", code: "target: os.system\n" },
  ],
});
