import {
  fingerprint,
  type AssetKind,
  type Finding,
  type FindingDetails,
  type Limits,
  type Location,
  type Span,
  type Step,
  type StepDetails,
  type Suppression,
} from "../core/index.ts";
import type { Parsed } from "../checks/parse.ts";
import type { UserModels } from "../flow/models.ts";
import type { OwnNames } from "../load/own-names.ts";
import { readDirectives, type Directive } from "./directives.ts";
import { withoutRepeats } from "./repeats.ts";
import { evidenceOf } from "./evidence.ts";
import type { Registry } from "./registry.ts";
import { suppressor, type Sighting } from "./suppress.ts";
import type { Toolbox } from "./toolbox.ts";

/** A finding as it travels between threads: the check by number, and only what differs from it. */
export type RawFinding = Pick<
  Finding,
  "location" | "evidence" | "snippet" | "steps" | "fingerprint"
> & {
  readonly check: number;
  readonly details?: Omit<FindingDetails, "secret" | "extent" | "around" | "steps" | "resource">;
  readonly suppression?: Suppression;
};

/** What every inspection of a run shares. */
export interface Bench {
  readonly toolbox: Toolbox;
  readonly registry: Registry;
  readonly limits: Limits;
  /** ISO date by which suppressions expire. */
  readonly today: string;
  /** True for a qualified name that may be one of the project's. */
  readonly isOurs: (name: string) => boolean;
  /** What the configuration says of the project's own functions. */
  readonly models: UserModels;
  /** Names of the project that its model files may call. */
  readonly ownNames: OwnNames;
}

/** A text, parsed. */
export interface Source {
  readonly path: string;
  readonly kind: AssetKind;
  /** What spans count in. */
  readonly text: string;
  readonly parsed: Parsed;
}

export function clamp(where: Span, length: number): Span {
  const start = Math.min(Math.max(0, where.start), length);
  return { start, end: Math.min(Math.max(start, where.end), length) };
}

/**
 * What is said of any text yields to what is said of the parsed file: where both have seen the same
 * secret at the same place, the check that knows the place better speaks alone.
 */
function withoutEchoes(
  sightings: readonly Sighting[],
  metas: Registry["metas"],
): readonly Sighting[] {
  const isText = ({ check }: Sighting): boolean => metas[check]?.asset === "text";
  const texts = sightings.filter((each) => isText(each) && each.details?.secret !== undefined);
  if (texts.length === 0) return sightings;
  const known = sightings
    .filter((each) => !isText(each) && each.details?.secret !== undefined)
    .filter(({ check, details }) => (details?.audience ?? metas[check]?.audience) === "default")
    .toSorted((a, b) => a.where.start - b.where.start);
  if (known.length === 0) return sightings;
  const echoes = new Set<Sighting>();
  let from = 0;
  for (const each of texts.toSorted((a, b) => a.where.start - b.where.start)) {
    while (from < known.length && known[from]!.where.end <= each.where.start) from++;
    for (let at = from; at < known.length && known[at]!.where.start < each.where.end; at++) {
      const [one, other] = [each.details?.secret ?? "", known[at]?.details?.secret ?? ""];
      if (one.includes(other) || other.includes(one)) echoes.add(each);
    }
  }
  return sightings.filter((each) => !echoes.has(each));
}

function inOrder(sightings: readonly Sighting[]): Sighting[] {
  const seen = new Set<string>();
  return sightings
    .filter(({ check, where, details }) => {
      const key = `${check} ${where.start} ${where.end} ${details?.message ?? ""}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort(
      (a, b) => a.where.start - b.where.start || a.where.end - b.where.end || a.check - b.check,
    );
}

/** Where a span is, for a person. */
export function locationOf({ path, parsed }: Source, where: Span): Location {
  if (parsed.locate !== undefined) return { path, ...parsed.locate(where) };
  const { lines } = parsed;
  return {
    path,
    line: lines.lineAt(where.start),
    column: lines.columnAt(where.start),
    endLine: lines.lineAt(where.end),
    endColumn: lines.columnAt(where.end),
  };
}

function suppressionOf(directive: Directive, source: Source): Suppression {
  const { endLine: _line, endColumn: _column, ...location } = locationOf(source, directive.where);
  return { kind: "comment", reason: directive.reason, until: directive.until, location };
}

/**
 * Turns what the checks saw in one text into findings: in order, with evidence, and with the
 * suppression that speaks for each. `whole` is true where nothing in the file was left unread.
 */
export function findingsOf(
  source: Source,
  bench: Bench,
  given: { readonly sightings: readonly Sighting[]; readonly whole: boolean },
): readonly RawFinding[] {
  const { parsed, text } = source;
  const { lines, comments } = parsed;
  const { registry } = bench;
  const { sightings: seen, whole } = given;
  const directives = readDirectives({ kind: source.kind, text, comments, lines });
  if (seen.length === 0 && directives.length === 0) return [];

  const told = withoutRepeats(withoutEchoes(seen, registry.metas), registry.metas);
  const clamped = told.map((sighting) => ({
    ...sighting,
    where: clamp(sighting.where, text.length),
  }));
  const judge = suppressor(directives, registry, bench.today);
  const spoken = new Map<Sighting, Directive>();
  const sightings = inOrder(clamped);
  for (const sighting of directives.length === 0 ? [] : sightings) {
    const { where, details } = sighting;
    const extent = clamp(details?.extent ?? parsed.speaker?.(where) ?? where, text.length);
    const meta = registry.metas[sighting.check];
    if (meta === undefined) continue;
    const linesOf = ({ start, end }: Span): readonly [number, number] => [
      lines.lineAt(start),
      lines.lineAt(Math.max(start, end - 1)),
    ];
    const around = details?.around === undefined ? extent : clamp(details.around, text.length);
    const directive = judge.find(meta, sighting.details, {
      own: linesOf(extent),
      around: linesOf(around),
    });
    if (directive !== undefined) spoken.set(sighting, directive);
  }
  const said = new Map<number, number>();
  const own = judge.complaints(whole).filter(({ check }) => {
    const meta = registry.metas[check];
    // Somebody who writes thousands of idle comments learns nothing from the last of them.
    const before = said.get(check) ?? 0;
    said.set(check, before + 1);
    const isOn = meta !== undefined && !registry.isDisabled(meta);
    return isOn && before < bench.limits.maxFindingsPerCheck;
  });

  const secrets = sightings.flatMap(({ details }) =>
    details?.secret === undefined ? [] : [details.secret],
  );
  const { area } = parsed;
  const evidence = evidenceOf({ lines, secrets, redact: bench.toolbox.redact, area });
  function stepOf(step: StepDetails): Step {
    if ("location" in step) return step;
    const at = clamp(step.where, text.length);
    const location = locationOf(source, at);
    return { location, message: evidence.message(step.message), evidence: evidence.line(at) };
  }

  const locations = new Map<string, Location>();
  function locate(where: Span, resource: string | undefined): Location {
    const place = `${where.start} ${where.end} ${resource ?? ""}`;
    const known = locations.get(place);
    if (known !== undefined) return known;
    const found = locationOf(source, where);
    const location = resource === undefined ? found : { ...found, resource };
    locations.set(place, location);
    return location;
  }

  const ordinals = new Map<string, number>();
  const all = own.length === 0 ? sightings : inOrder([...sightings, ...own]);
  return all.map((sighting) => {
    const { check, where } = sighting;
    const meta = registry.metas[check];
    const {
      secret: _,
      extent: _extent,
      around: _around,
      resource,
      ...told
    } = sighting.details ?? {};
    const { message, steps, ...rest } = told;
    const shown = evidence.line(where);
    const location = locate(where, resource);
    const key = `${check} ${location.path} ${shown}`;
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    const directive = spoken.get(sighting);
    return {
      check,
      location,
      details: message === undefined ? rest : { ...rest, message: evidence.message(message) },
      evidence: shown,
      snippet: evidence.snippet(where, rest.audience ?? meta?.audience ?? "default"),
      steps: steps?.map(stepOf),
      fingerprint: fingerprint({
        check: meta?.id ?? "",
        path: location.path,
        evidence: shown,
        ordinal,
      }),
      suppression: directive === undefined ? undefined : suppressionOf(directive, source),
    };
  });
}
