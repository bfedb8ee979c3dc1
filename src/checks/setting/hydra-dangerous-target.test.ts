import { commandCases } from "../../testing/command-cases.ts";
import { hydraDangerousTarget } from "./hydra-dangerous-target.ts";

commandCases(hydraDangerousTarget, {
  found: [
    ["yaml", "model:\n  _target_: builtins.exec\n  _args_: ['x']\n"],
    ["json", '{"a": [{"_target_": "subprocess.Popen"}]}'],
    ["yaml", "model:\n  _target_: joblib.load\n  filename: x\n"],
  ],
  clean: [
    ["yaml", "model:\n  _target_: torch.nn.Linear\n"],
    ["yaml", "target: os.system\n"],
    ["yaml", "_target_: mine.os.system\n"],
  ],
});
