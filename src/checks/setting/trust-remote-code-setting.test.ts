import { commandCases } from "../../testing/command-cases.ts";
import { trustRemoteCodeSetting } from "./trust-remote-code-setting.ts";

commandCases(trustRemoteCodeSetting, {
  found: [
    ["yaml", "embedding:\n  name: acme/net\n  trust_remote_code: True\n"],
    ["json", '{"model_args": {"trust_remote_code": true}}'],
    ["toml", "[model]\ntrust-remote-code = true"],
    ["yaml", "vllm:\n  trustRemoteCode: true\n"],
  ],
  clean: [
    ["yaml", "trust_remote_code: false\n"],
    ["yaml", "# trust_remote_code: true\n"],
    ["toml", "[model]\nhelp = 'trust_remote_code: true'"],
  ],
});
