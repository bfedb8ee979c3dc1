import { audiences, severities, type Threshold } from "../../core/index.ts";
import type { Config } from "../../engine/index.ts";
import { oneOf, type Given } from "../options.ts";

/** The configuration with what the command line says of the gate and its reader. */
export function withOptions(config: Config, given: Given): Config {
  const thresholds: readonly Threshold[] = ["none", ...severities];
  const failOn = oneOf(given, "fail-on", thresholds);
  const audience = oneOf(given, "audience", audiences) ?? config.audience;
  if (failOn === undefined) return { ...config, audience };
  // `--fail-on none` never fails: neither an exception of the file nor an unread asset undoes it.
  const off = failOn === "none";
  const gate = { ...config.gate, failOn, ...(off ? { rules: [], unread: "report" as const } : {}) };
  return { ...config, audience, gate };
}
