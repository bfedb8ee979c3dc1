import {
  messageOf,
  type CoverageReason,
  type FileFacts,
  type FindingDetails,
  type Report,
  type Span,
} from "../core/index.ts";
import { now } from "./clock.ts";
import type { Bench, Source } from "./findings.ts";
import { mentionsIn } from "./mentions.ts";
import type { Sighting } from "./suppress.ts";

/** Something that kept a file from being read from end to end. */
export interface Trouble {
  readonly reason: CoverageReason;
  readonly detail: string;
}

/** Runs every check that fits; one that throws costs only itself. */
export function runChecks(
  source: Source,
  bench: Bench,
  deadline: number,
): { sightings: Sighting[]; troubles: Trouble[] } {
  const sightings: Sighting[] = [];
  const troubles: Trouble[] = [];
  const facts: FileFacts = { path: source.path, mentions: mentionsIn(source.text) };
  const most = bench.limits.maxFindingsPerCheck;
  for (const [name, view] of Object.entries(source.parsed.views)) {
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
