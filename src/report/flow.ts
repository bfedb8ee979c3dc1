import { formatLocation, type Finding, type Step } from "../core/index.ts";
import { clip, oneLine } from "./text.ts";

/** A step as a report shows it. */
export interface ShownStep {
  readonly step: Step;
  /** Counts from 1. */
  readonly number: number;
  /** Where it is in another file than the step before. */
  readonly path: string | undefined;
  /** Line, or cell and line; without the path. */
  readonly place: string;
}

/** Steps of a flow with what is left out between them. */
export interface ShownFlow {
  readonly steps: readonly ShownStep[];
  /** Steps that are left out; they belong behind the step with the number `after`. */
  readonly left: number;
  readonly after: number;
}

/** The flow of a finding, at most `most` steps of it: where it begins and where it ends. */
export function flowOf(finding: Finding, most: number): ShownFlow {
  const all = finding.steps ?? [];
  const head = all.length <= most ? all.length : Math.floor(most / 2);
  const tail = all.length <= most ? all.length : all.length - (most - head);
  const steps: ShownStep[] = [];
  let { path } = finding.location;
  for (const [index, step] of all.entries()) {
    if (index >= head && index < tail) continue;
    const { location } = step;
    const isElsewhere = location.path !== path;
    ({ path } = location);
    steps.push({
      step,
      number: index + 1,
      path: isElsewhere ? path : undefined,
      place: placeIn(step),
    });
  }
  return { steps, left: tail - head, after: head };
}

function placeIn({ location }: Step): string {
  const { column: _column, ...rest } = location;
  return formatLocation({ ...rest, path: "" }).replace(/^[:,] ?/, "");
}

/** What happens at a step in a sentence: with what stands there, where that is known. */
export function stepWords({ thing, message }: Step): string {
  return thing === undefined ? message : `${thing.name} ${message}`;
}

/** A flow in one line of plain text; undefined where there is none. */
export function flowLine(finding: Finding, most = 6): string | undefined {
  const { steps, left, after } = flowOf(finding, most);
  if (steps.length === 0) return undefined;
  const parts = steps.map(({ step }) => {
    const { column: _column, ...location } = step.location;
    return `${clip(oneLine(stepWords(step)), 120)} (${clip(oneLine(formatLocation(location)), 160)})`;
  });
  if (left > 0) parts.splice(after, 0, `${left} more`);
  return parts.join(" → ");
}
