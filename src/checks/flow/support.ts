import type { FindingDetails, Report, Severity } from "../../core/index.ts";
import { sinkKinds, type SinkKind, type SourceKind } from "../../flow/model.ts";
import type { FlowView, SeenFlow } from "../../flow/view.ts";

/** What a model says, in its answer or in how it calls a tool. */
export const fromModel = ["model-output", "tool-input"] as const satisfies readonly SourceKind[];

/** What others than the program's author have written. */
export const fromOutside = [
  "user-input",
  "retrieved",
  "tool-result",
  "download",
  "hub",
  "local-input",
  "environment",
] as const satisfies readonly SourceKind[];

/** Which flows a check is about. */
interface Wanted {
  readonly sources: readonly SourceKind[];
  readonly sinks: readonly SinkKind[];
  readonly severity: Severity;
}

const lower: Readonly<Record<Severity, Severity>> = {
  critical: "medium",
  high: "medium",
  medium: "low",
  low: "info",
  info: "info",
};

/** Reports each sink once, by the way that is the surest and the shortest. */
export function reportFlows(view: FlowView, report: Report, wanted: Wanted): void {
  const best = new Map<string, SeenFlow>();
  for (const flow of view.flows()) {
    if (!wanted.sources.includes(flow.source) || !wanted.sinks.includes(flow.sink)) continue;
    const key = `${flow.where.start}:${flow.where.end}`;
    const known = best.get(key);
    if (known === undefined || rank(flow) < rank(known)) best.set(key, flow);
  }
  for (const flow of best.values()) report(flow.where, detailsOf(flow, wanted.severity));
}

function rank({ isWeak, source, steps }: SeenFlow): number {
  return (
    (isWeak ? 1_000 : 0) +
    (source === "local-input" || source === "environment" ? 500 : 0) +
    steps.length
  );
}

function detailsOf(flow: SeenFlow, severity: Severity): FindingDetails {
  const { source, sourceLabel, sink, sinkLabel, isWeak, steps, extent } = flow;
  const message = `${sourceLabel.slice(0, 1).toUpperCase()}${sourceLabel.slice(1)} ${sinkKinds[sink]} (${sinkLabel})`;
  const details: FindingDetails = { message, steps, extent };
  // What somebody at the keyboard of their own machine says is a habit to look at, not a hole.
  if ((source === "local-input" || source === "environment") && sink !== "system-prompt")
    return { ...details, severity: "low", audience: "pedantic" };
  return isWeak ? { ...details, severity: lower[severity], confidence: "low" } : details;
}
