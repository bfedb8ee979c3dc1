import {
  messageOf,
  type CoverageReason,
  type FileFacts,
  type FindingDetails,
  type Report,
  type Span,
} from "../core/index.ts";
import type { SeenFlow } from "../flow/view.ts";
import { now } from "./clock.ts";
import type { Bench, Source } from "./findings.ts";
import { mentionsIn } from "./mentions.ts";
import type { Sighting } from "./suppress.ts";

/** Something that kept a file from being read from end to end. */
export interface Trouble {
  readonly reason: CoverageReason;
  readonly detail: string;
}

/** What is known of the text of a view: that of code leaves out the outputs of a notebook. */
function factsIn(path: string): (view: { readonly text: string }) => FileFacts {
  const known: { readonly text: string; readonly facts: FileFacts }[] = [];
  return (view) => {
    // A view of the whole file has the very text of the file, which costs nothing to compare.
    const found = known.find((entry) => entry.text === view.text);
    if (found !== undefined) return found.facts;
    const facts = { path, mentions: mentionsIn(view.text) };
    known.push({ text: view.text, facts });
    return facts;
  };
}

/** Runs every check that fits; one that throws costs only itself. */
export function runChecks(
  source: Source,
  bench: Bench,
  { deadline, flows }: { readonly deadline: number; readonly flows?: readonly SeenFlow[] },
): { sightings: Sighting[]; troubles: Trouble[] } {
  const sightings: Sighting[] = [];
  const troubles: Trouble[] = [];
  const factsOf = factsIn(source.path);
  const most = bench.limits.maxFindingsPerCheck;
  for (const [name, parsedView] of Object.entries(source.parsed.views)) {
    // Flows are followed when all files are known.
    if (name === "flow" && flows === undefined) continue;
    const view = name === "flow" ? { ...parsedView, flows: () => flows } : parsedView;
    const facts = factsOf(parsedView);
    for (const { index, check } of bench.registry.byView.get(name) ?? []) {
      if (now() > deadline) {
        troubles.push({ reason: "timeout", detail: `given up before ${check.meta.id}` });
        return { sightings, troubles };
      }
      let count = 0;
      const report = (where: Span, details?: FindingDetails): void => {
        if (count++ < most) sightings.push({ check: index, where, details });
      };
      try {
        if (check.wants !== undefined && !check.wants(facts)) continue;
        // The registry pairs a check with the view its `asset` names; the compiler can't follow.
        (check.run as (view: unknown, report: Report) => void)(view, report);
      } catch (error) {
        troubles.push({ reason: "check-failed", detail: `${check.meta.id}: ${messageOf(error)}` });
      }
      if (count > most) {
        troubles.push({
          reason: "limit",
          detail: `${check.meta.id} has more than ${most} findings`,
        });
      }
    }
  }
  return { sightings, troubles };
}
