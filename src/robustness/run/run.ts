// The result document of `pavise attack`.
import {
  formatBound,
  judge,
  runVersion,
  summarizeCoverage,
  type Coverage,
  type Finding,
  type GateResult,
  type Robustness,
  type Run,
  type Threshold,
} from "../../core/index.ts";
import { checksOf } from "../../engine/expand.ts";
import { paviseVersion } from "../../engine/version.ts";
import { findingsOf, robustnessChecks } from "./findings.ts";

/**
 * The gate. What is asked with `--min-robust-accuracy` fails it whatever severity the finding has, but for
 * `--fail-on none`.
 */
function gateOf(
  robustness: Robustness | undefined,
  given: {
    readonly findings: readonly Finding[];
    readonly assets: readonly Coverage[];
    readonly failOn: Threshold;
  },
): GateResult {
  const { findings, assets, failOn } = given;
  const bar = robustness?.bar;
  const rules =
    failOn === "none" ? [] : [{ check: "robust-accuracy-low", failOn: "info" as const }];
  const gate = judge({
    findings,
    coverage: assets,
    policy: { failOn, minConfidence: "low", audience: "default", rules, unread: "report" },
  });
  if (bar === undefined || failOn === "none") return gate;
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const bound = formatBound(bar.norm, bar.eps);
  const { value, low, high } = bar.measured;
  const said = `robust accuracy${bound === "" ? "" : ` at ${bound}`} is ${percent(value)} (${percent(low)} to ${percent(high)}), and ${percent(bar.minimum)} are asked`;
  return { ...gate, reasons: [said, ...gate.reasons] };
}

/** Makes the Run. Without `robustness` nothing came to be known, and `problems` say why. */
export function runOf(given: {
  readonly targets: readonly string[];
  readonly robustness?: Robustness | undefined;
  readonly assets: readonly Coverage[];
  readonly problems: readonly string[];
  readonly failOn: Threshold;
  readonly startedAt: Date;
}): Run {
  const { targets, robustness, assets, problems, failOn, startedAt } = given;
  const findings = robustness === undefined ? [] : findingsOf(robustness);
  return {
    version: runVersion,
    tool: { name: "pavise", version: paviseVersion() },
    command: "attack",
    targets: [...targets],
    startedAt: startedAt.toISOString(),
    durationMs: Math.max(0, Date.now() - startedAt.getTime()),
    audience: "default",
    gate: gateOf(robustness, { findings, assets, failOn }),
    findings,
    suppressed: [],
    coverage: { summary: summarizeCoverage(assets), assets },
    checks: checksOf(
      findings,
      robustnessChecks.map(({ meta }) => meta),
    ),
    ...(robustness !== undefined && { robustness }),
    problems: [...problems],
  };
}
