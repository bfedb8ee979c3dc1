import { dirname, join } from "node:path";
import type { GatePolicy } from "../core/index.ts";
import type { Config } from "./config.ts";
import { globTester } from "./ignore-rules.ts";

/** The policy of a configuration, for findings whose paths are relative to `root`. */
export function policyOf(config: Config, root: string): GatePolicy {
  const folder = config.file === undefined ? root : dirname(config.file);
  const rules = config.gate.rules.map(({ path, ...rule }) => {
    if (path === undefined) return rule;
    const covers = globTester(folder, [path]);
    return { ...rule, path: (found: string) => covers(join(root, found)) };
  });
  return { ...config.gate, audience: config.audience, rules };
}
