import { severities, type FindingDetails } from "../core/index.ts";
import type { Registry } from "./registry.ts";
import type { Sighting } from "./suppress.ts";

type Metas = Registry["metas"];

/** A sighting with what is compared of it. */
interface Seen {
  readonly sighting: Sighting;
  readonly isFlow: boolean;
  readonly weaknesses: ReadonlySet<string>;
  /** The worst is the lowest. */
  readonly rank: number;
}

/** Flows that one finding is compared with. */
const maxCompared = 40;

/**
 * A call that is a weakness by its form, and the way of the value that makes it one, are the same
 * thing for whoever reads them: where a flow ends in the statement, what else is said of that
 * statement with the same CWE steps back to the `audit` audience. Of two flows that end at the very
 * same place the worse speaks, or the shorter. Nothing is lost: what steps back stays in the run.
 */
export function withoutRepeats(sightings: readonly Sighting[], metas: Metas): readonly Sighting[] {
  if (!sightings.some(({ details }) => details?.steps !== undefined)) return sightings;
  const all = sightings.flatMap((sighting) => seenAs(sighting, metas));
  const flows = all.filter(({ isFlow }) => isFlow).toSorted(byPlace);
  const back = new Set<Sighting>();
  let before: Seen[] = [];
  for (const flow of flows) {
    if (!samePlace(before[0], flow)) before = [];
    if (before.some((one) => share(one, flow))) back.add(flow.sighting);
    else before.push(flow);
  }
  const speaking = flows.filter(({ sighting }) => !back.has(sighting));
  for (const one of all) if (!one.isFlow && repeats(one, speaking)) back.add(one.sighting);
  return back.size === 0 ? sightings : sightings.map((one) => (back.has(one) ? inAudit(one) : one));
}

function seenAs(sighting: Sighting, metas: Metas): readonly Seen[] {
  const meta = metas[sighting.check];
  const { details } = sighting;
  // A way through infrastructure is no way of a value: each check of a resource speaks for itself.
  if (meta === undefined || meta.asset === "infra") return [];
  if ((details?.audience ?? meta.audience) !== "default") return [];
  const controls = details?.controls ?? meta.controls;
  return [
    {
      sighting,
      isFlow: details?.steps !== undefined,
      weaknesses: new Set(controls.filter((control) => control.startsWith("CWE-"))),
      rank: severities.length - severities.indexOf(details?.severity ?? meta.severity),
    },
  ];
}

function samePlace(one: Seen | undefined, { sighting }: Seen): boolean {
  const where = one?.sighting.where;
  return where?.start === sighting.where.start && where.end === sighting.where.end;
}

/** By place, and at one place the one first that should speak. */
function byPlace(one: Seen, other: Seen): number {
  const [a, b] = [one.sighting, other.sighting];
  return (
    a.where.start - b.where.start ||
    a.where.end - b.where.end ||
    one.rank - other.rank ||
    stepsOf(a.details) - stepsOf(b.details) ||
    a.check - b.check
  );
}

function stepsOf(details: FindingDetails | undefined): number {
  return details?.steps?.length ?? 0;
}

function share(one: Seen, other: Seen): boolean {
  for (const weakness of one.weaknesses) if (other.weaknesses.has(weakness)) return true;
  return false;
}

/** True where a flow that is as bad ends in what was seen, or in the statement around it. */
function repeats(one: Seen, flows: readonly Seen[]): boolean {
  const { where } = one.sighting;
  const first = firstFrom(flows, where.start);
  for (let at = Math.max(0, first - maxCompared); at < first + maxCompared; at++) {
    const flow = flows[at];
    if (flow === undefined) break;
    if (flow.rank > one.rank || !share(one, flow)) continue;
    const { where: end, details } = flow.sighting;
    const extent = details?.extent ?? end;
    const isAround = where.start <= end.start && end.end <= where.end;
    if (isAround || (extent.start <= where.start && where.end <= extent.end)) return true;
  }
  return false;
}

/** The first flow that ends at `start` or behind it. */
function firstFrom(flows: readonly Seen[], start: number): number {
  let [low, high] = [0, flows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (flows[middle]!.sighting.where.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inAudit(sighting: Sighting): Sighting {
  return { ...sighting, details: { ...sighting.details, audience: "audit" } };
}
