import type { FindingDetails, Report, Severity } from "../../core/index.ts";
import { promptTemplate } from "../../flow/models/model-calls.ts";
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

/**
 * A way that is longer than this is a guess: it goes from object to object by the names of fields,
 * and each may be another object, so that being kept by one and read by another counts for some
 * steps more. The true ones of `bench/flows` are all shorter; what was longer in the LLM applications
 * that were looked at was mostly wrong.
 */
const maxWay = 16;
const stepsOfHop = 4;
/** Beyond this it is for who wants to read every guess. */
const maxGuess = 24;

function lengthOf({ steps, hops }: SeenFlow): number {
  return steps.length + stepsOfHop * hops;
}

function isUncertain(flow: SeenFlow): boolean {
  return flow.isWeak || lengthOf(flow) > maxWay;
}

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

function rank(flow: SeenFlow): number {
  const { source, steps } = flow;
  return (
    (isUncertain(flow) ? 1_000 : 0) +
    (source === "local-input" || source === "environment" ? 500 : 0) +
    steps.length
  );
}

function detailsOf(flow: SeenFlow, severity: Severity): FindingDetails {
  const { source, sourceLabel, sink, sinkLabel, steps, extent } = flow;
  const message = `${sourceLabel.slice(0, 1).toUpperCase()}${sourceLabel.slice(1)} ${sinkKinds[sink]} (${sinkLabel})`;
  const isMild = sinkLabel === promptTemplate;
  const most = isMild ? lower[severity] : severity;
  const details: FindingDetails = isMild
    ? { message, steps, extent, severity: most }
    : { message, steps, extent };
  // What somebody at the keyboard of their own machine says is a habit to look at, not a hole.
  if ((source === "local-input" || source === "environment") && sink !== "system-prompt")
    return { ...details, severity: "low", audience: "pedantic" };
  if (!isUncertain(flow)) return details;
  // What is made with a secret (a client, an answer) is not the secret, and what a long way brings
  // is mostly made with it.
  if (source === "secret" || source === "personal-data")
    return { ...details, severity: "low", confidence: "low", audience: "pedantic" };
  const guess: FindingDetails = { ...details, severity: lower[most], confidence: "low" };
  return lengthOf(flow) > maxGuess ? { ...guess, audience: "pedantic" } : guess;
}
