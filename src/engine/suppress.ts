import { namesCheck, type CheckMeta, type FindingDetails, type Span } from "../core/index.ts";
import { isDay, isExpired } from "./day.ts";
import type { Directive } from "./directives.ts";
import { nearest } from "./nearest.ts";
import type { Registry } from "./registry.ts";
import {
  expiredSuppression,
  suppressionWithoutReason,
  unusedSuppression,
} from "./suppression-checks.ts";

/** Something a check saw, on its way to becoming a finding. */
export interface Sighting {
  /** Place in `Registry.metas`. */
  readonly check: number;
  readonly where: Span;
  readonly details?: FindingDetails;
}

/** `S6` means every rule that begins so, as flake8 has it; `S614` and `B614` are the same weakness. */
function nameFits(
  name: string,
  directive: Directive,
  subject: Pick<CheckMeta, "id" | "code" | "aliases">,
): boolean {
  if (directive.tool !== "noqa") {
    return namesCheck({ check: subject.id, code: subject.code, aliases: subject.aliases }, name);
  }
  const bandit = `B${name.slice(1)}`;
  return subject.aliases.some(
    (alias) => alias.startsWith(name) || (/^B\d+$/.test(alias) && alias.startsWith(bandit)),
  );
}

/** True for tools whose comments speak for the resource that they stand in. */
function isOfResources(tool: Directive["tool"]): boolean {
  return tool === "checkov" || tool === "trivy" || tool === "tfsec";
}

/** Names nobody knows for which it is guessed, in one file, what was meant; a guess is slow. */
const mostGuesses = 20;

/** Comments on the lines of one thing, or above it, that are asked; nobody writes as many. */
const mostNear = 500;

/** The comments that may speak for something on these lines, without a look at all the others. */
function finderOf(
  directives: readonly Directive[],
): (first: number, last: number) => readonly Directive[] {
  const sorted = directives.toSorted((a, b) => a.line - b.line);
  const below = new Map<number, Directive[]>();
  for (const directive of sorted) {
    if (directive.below === undefined) continue;
    const same = below.get(directive.below);
    if (same === undefined) below.set(directive.below, [directive]);
    else if (same.length < mostNear) same.push(directive);
  }
  function from(line: number): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.line ?? Infinity) < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  return (first, last) => {
    const start = from(first);
    const inside = sorted.slice(start, Math.min(from(last + 1), start + mostNear));
    const above = below.get(first) ?? [];
    return above.length === 0 ? inside : [...new Set([...above, ...inside])];
  };
}

type Range = readonly [first: number, last: number];

/** Lines in which comments are looked for. */
interface Lines {
  /** Of what was seen. */
  readonly own: Range;
  /** Of the whole that it is part of, where comments of tools that judge resources count. */
  readonly around: Range;
}

/** Which suppression comment, if any, speaks for each sighting; and what the comments did. */
export interface Suppressor {
  /** The comment that speaks for a sighting on these lines; remembers that it was needed. */
  readonly find: (
    meta: CheckMeta,
    details: FindingDetails | undefined,
    lines: Lines,
  ) => Directive | undefined;
  /** What there is to say about the comments themselves, after every sighting was asked about. */
  readonly complaints: (whole: boolean) => readonly Sighting[];
}

/** Applies the suppression comments of one file. `today` is an ISO date. */
export function suppressor(
  directives: readonly Directive[],
  registry: Registry,
  today: string,
): Suppressor {
  const used = new Map<Directive, Set<string>>();
  const near = finderOf(directives);
  const hasOfResources = directives.some(({ tool }) => isOfResources(tool));
  let guesses = 0;

  /** Comments of tools that judge whole resources count all over one, others where they stand. */
  function nearTo(own: Range, around: Range): readonly Directive[] {
    const ours = near(...own).filter(({ tool }) => !isOfResources(tool));
    if (!hasOfResources) return ours;
    const theirs = near(...around).filter(({ tool }) => isOfResources(tool));
    return [...ours, ...theirs];
  }

  function find(
    meta: CheckMeta,
    details: FindingDetails | undefined,
    { own, around }: Lines,
  ): Directive | undefined {
    const subject = { id: meta.id, code: meta.code, aliases: details?.aliases ?? meta.aliases };
    let winner: Directive | undefined;
    for (const directive of nearTo(own, around)) {
      if (directive.malformed !== undefined) continue;
      const names = directive.names.filter((name) => nameFits(name, directive, subject));
      const blanket = directive.tool === "nosec" && directive.names.length === 0;
      if (names.length === 0 && !blanket) continue;
      const seen = used.get(directive) ?? new Set<string>();
      for (const name of names) seen.add(name);
      used.set(directive, seen);
      if (winner === undefined && !isExpired(directive.until, today)) winner = directive;
    }
    return winner;
  }

  function sighting(meta: CheckMeta, directive: Directive, details: FindingDetails): Sighting {
    return { check: registry.indexOf(meta.id), where: directive.where, details };
  }

  /** True where a check of that name ran, so that its silence means something. */
  function ran(name: string, tool: Directive["tool"]): boolean {
    const metas = [
      ...registry.named(name),
      ...(tool === "noqa" ? registry.named(`B${name.slice(1)}`) : []),
    ];
    return metas.length > 0 && metas.every((meta) => !registry.isDisabled(meta));
  }

  function complaintsAbout(directive: Directive, whole: boolean): readonly Sighting[] {
    const { tool, names, until, malformed } = directive;
    if (malformed !== undefined) {
      return [
        sighting(unusedSuppression, directive, {
          message: `This suppresses nothing; ${malformed}`,
        }),
      ];
    }
    const list: Sighting[] = [];
    if (tool === "pavise" && directive.reason === "")
      list.push(sighting(suppressionWithoutReason, directive, {}));
    if (isExpired(until, today)) {
      const message = isDay(until ?? "")
        ? `This suppression expired on ${until}`
        : `"${until}" is no date like 2027-01-31`;
      return [...list, sighting(expiredSuppression, directive, { message })];
    }
    const idle = names.filter((name) => used.get(directive)?.has(name) !== true);
    // The finding that they answer to may stand in another file.
    if (isOfResources(tool)) return list;
    if (tool !== "pavise") {
      const sure = whole && idle.length > 0 && names.every((name) => ran(name, tool));
      const message = `No finding of ${idle.join(", ")} here`;
      return sure
        ? [sighting(unusedSuppression, directive, { message, audience: "pedantic" })]
        : list;
    }
    for (const name of idle) {
      if (registry.named(name).length === 0) {
        const guess = guesses++ < mostGuesses ? nearest(name, registry.names) : undefined;
        const message = `No check is called "${name}"${guess === undefined ? "" : `; is "${guess}" meant?`}`;
        list.push(sighting(unusedSuppression, directive, { message }));
      } else if (whole && ran(name, tool)) {
        list.push(
          sighting(unusedSuppression, directive, { message: `No finding of ${name} here` }),
        );
      }
    }
    return list;
  }

  return {
    find,
    complaints: (whole) => directives.flatMap((directive) => complaintsAbout(directive, whole)),
  };
}
