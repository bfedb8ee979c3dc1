import { commandCases } from "../../testing/command-cases.ts";
import { unsafeLoadSetting } from "./unsafe-load-setting.ts";

commandCases(unsafeLoadSetting, {
  found: [
    ["json", '{"loader": {"allow_pickle": true}}'],
    ["toml", "[store]\nallow_dangerous_deserialization = true"],
    ["yaml", "model: {use_safetensors: no}\n"],
  ],
  clean: [
    ["json", '{"allow_pickle": false}'],
    ["yaml", "weights_only: true\n"],
    ["yaml", "# weights_only: false\n"],
  ],
});
