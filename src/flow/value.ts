import type { GuardUse, Target } from "./summary.ts";

/** A place on the way of a value; shared by all that came the same way. */
export interface Trace {
  readonly start: number;
  readonly end: number;
  /** Index in `stepWords`. */
  readonly word: number;
  readonly before: Trace | null;
  readonly length: number;
}

/** That a value depends on what stands at a node of the graph. */
export interface Taint {
  readonly origin: number;
  /** Part of the origin that it is: `/content/text`; empty for the whole, or for any part. */
  readonly path: string;
  /** Sinks for which it has become harmless. */
  readonly mask: number;
  readonly weak: boolean;
  readonly guards: readonly GuardUse[];
  readonly trace: Trace | null;
}

/** What is known of a value. Parts are changed in place, as the objects they stand for are. */
export interface Value {
  readonly taints: readonly Taint[];
  /** Attributes and items by name; `*` for elements whose place is not known. */
  readonly parts: Map<string, Value> | null;
  readonly constant: string | number | boolean | null | undefined;
  /** What its text begins with, where that is written out. */
  readonly prefix: string | undefined;
  /** Parts that were looked at and found harmless: what holds of the whole does not hold of them. */
  readonly checked?: ReadonlySet<string>;
  /** What is called where it is called, or whose attributes are looked up. */
  readonly target: Target | null;
}

const noTaints: readonly Taint[] = [];

/** Nothing is known, and nothing from outside is in it. */
export const clean: Value = {
  taints: noTaints,
  parts: null,
  constant: undefined,
  prefix: undefined,
  target: null,
};

/** Taints of one value; the ones met first stay. */
const maxTaints = 24;
/** Components of a path; a deeper part stands for all that is below. */
const maxPath = 3;
/** Places on the way that are kept. */
const maxTrace = 16;
/** Parts of one value that are told apart. */
const maxParts = 200;

export function constantOf(constant: Value["constant"]): Value {
  return { ...clean, constant };
}

export function ofTaints(taints: readonly Taint[]): Value {
  return taints.length === 0 ? clean : { ...clean, taints };
}

export function ofTarget(target: Target): Value {
  return { ...clean, target };
}

export function ofParts(parts: Map<string, Value>): Value {
  return { ...clean, parts };
}

/** The value of a node. */
export function ofNode(origin: number, target: Target | null = null): Value {
  const taint: Taint = { origin, path: "", mask: 0, weak: false, guards: [], trace: null };
  return { ...clean, taints: [taint], target };
}

function isSame(one: Taint, other: Taint): boolean {
  return (
    one.origin === other.origin &&
    one.path === other.path &&
    one.mask === other.mask &&
    one.weak === other.weak &&
    one.guards === other.guards
  );
}

export function joinTaints(one: readonly Taint[], other: readonly Taint[]): readonly Taint[] {
  if (other.length === 0 || one === other) return one;
  if (one.length === 0) return other;
  let joined: Taint[] | undefined;
  for (const taint of other) {
    if (one.some((known) => isSame(known, taint))) continue;
    joined ??= [...one];
    if (joined.length >= maxTaints) break;
    joined.push(taint);
  }
  return joined ?? one;
}

/** What is one or the other. */
export function join(one: Value, other: Value): Value {
  if (one === other) return one;
  if (other === clean) return withoutText(one);
  if (one === clean) return withoutText(other);
  return {
    taints: joinTaints(one.taints, other.taints),
    parts: joinParts(one.parts, other.parts),
    constant: one.constant === other.constant ? one.constant : undefined,
    prefix: one.prefix === other.prefix ? one.prefix : undefined,
    target: joinTargets(one.target, other.target),
  };
}

function withoutText(value: Value): Value {
  if (value.constant === undefined && value.prefix === undefined) return value;
  return { ...value, constant: undefined, prefix: undefined };
}

/** Targets that one name may have. */
const maxTargets = 8;

function joinTargets(one: Target | null, other: Target | null): Target | null {
  if (one === null || one === other) return other;
  if (other === null || (one.kind === "any" && one.of.length >= maxTargets)) return one;
  const all = [
    ...(one.kind === "any" ? one.of : [one]),
    ...(other.kind === "any" ? other.of : [other]),
  ];
  const different = all.filter(
    (target, index) => all.findIndex((known) => sameTarget(known, target)) === index,
  );
  if (different.length === 1) return different[0]!;
  return { kind: "any", of: different.slice(0, maxTargets) };
}

function sameTarget(one: Target, other: Target): boolean {
  if (one === other) return true;
  if (one.kind !== other.kind) return false;
  // A table of thousands of functions is joined by each call of one of them.
  if ("index" in one && "index" in other) return one.index === other.index;
  return JSON.stringify(one) === JSON.stringify(other);
}

function joinParts(one: Value["parts"], other: Value["parts"]): Value["parts"] {
  if (one === null || one === other) return other;
  if (other === null) return one;
  // An object may be part of itself: what is below is shared, not joined further.
  const joined = new Map(one);
  for (const [key, value] of other) {
    const known = joined.get(key);
    if (known === undefined) {
      if (joined.size < maxParts) joined.set(key, value);
    } else if (known !== value) {
      joined.set(key, {
        taints: joinTaints(known.taints, value.taints),
        parts: known.parts ?? value.parts,
        constant: known.constant === value.constant ? known.constant : undefined,
        prefix: undefined,
        target: joinTargets(known.target, value.target),
      });
    }
  }
  return joined;
}

function depthOf(path: string): number {
  let depth = 0;
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) depth++;
  return depth;
}

/** `key` without what paths mean by their signs. */
export function partName(key: string | number): string {
  const text = String(key);
  return text.length > 40 || text.includes("/") ? "*" : text;
}

/** Taints of a part of what has these. Sources are told by the caller: they have no parts. */
function below(
  taints: readonly Taint[],
  key: string,
  isWhole: (origin: number) => boolean,
): readonly Taint[] {
  let changed: Taint[] | undefined;
  for (let index = 0; index < taints.length; index++) {
    const taint = taints[index]!;
    if (isWhole(taint.origin) || depthOf(taint.path) >= maxPath) {
      changed?.push(taint);
      continue;
    }
    changed ??= taints.slice(0, index);
    changed.push({ ...taint, path: `${taint.path}/${key}` });
  }
  return changed ?? taints;
}

/** What a loop gives of a value: an element of a list, but of a dict no value. */
export const element = "#";

function isElement(key: string): boolean {
  return key === "*" || key === element || /^\d+$/.test(key);
}

/** The part of a value under a name; `*` for one that may be any of them. */
export function readPart(value: Value, key: string, isWhole: (origin: number) => boolean): Value {
  const { parts, taints } = value;
  if (value.checked?.has(key) === true) return parts?.get(key) ?? clean;
  const inherited = taints.length === 0 ? noTaints : below(taints, key, isWhole);
  let own: Value | undefined;
  if (parts !== null) {
    own = parts.get(key);
    if (key === "*" || key === element) {
      for (const [name, part] of parts)
        if (key === "*" || isElement(name)) own = own === undefined ? part : join(own, part);
    } else {
      const any = parts.get("*");
      if (any !== undefined) own = own === undefined ? any : join(own, any);
    }
  }
  if (own === undefined) return inherited.length === 0 ? clean : ofTaints(inherited);
  if (inherited.length === 0) return own;
  return { ...own, taints: joinTaints(own.taints, inherited) };
}

/** What is left of a list after so many elements, which are counted anew: `a, *b = c`. */
export function restOf(value: Value, taken: number): Value {
  if (value.parts === null || taken === 0) return value;
  const parts = new Map<string, Value>();
  for (const [key, part] of value.parts) {
    if (!/^\d+$/.test(key)) parts.set(key, part);
    else if (Number(key) >= taken) parts.set(String(Number(key) - taken), part);
  }
  return { ...value, parts };
}

/** The same value without what it depends on: its parts and what is called by it. */
export function bare(value: Value): Value {
  return bareOf(value, 0, new Map());
}

function bareOf(
  value: Value,
  depth: number,
  known: Map<Map<string, Value>, Map<string, Value>>,
): Value {
  if (value.taints.length === 0 && value.parts === null) return value;
  let parts = value.parts === null ? undefined : known.get(value.parts);
  if (parts === undefined && value.parts !== null && depth <= 2) {
    parts = new Map();
    known.set(value.parts, parts);
    for (const [key, part] of value.parts) parts.set(key, bareOf(part, depth + 1, known));
  }
  return { ...value, taints: noTaints, parts: parts ?? null, prefix: undefined };
}

/** Objects within one that are asked what they hold. */
const maxAsked = 2_000;
/** How deep they may lie. */
const maxDepth = 5;

/**
 * Every taint in a value and what it holds. Objects may hold each other, or one twice: each is asked
 * once, those that lie least deep first.
 */
export function allTaints(value: Value): readonly Taint[] {
  if (value.parts === null) return value.taints;
  let { taints } = value;
  const asked = new Set([value.parts]);
  let level: readonly Map<string, Value>[] = [value.parts];
  for (let depth = 0; depth < maxDepth && level.length > 0; depth++) {
    const next: Map<string, Value>[] = [];
    for (const parts of level) {
      for (const part of parts.values()) {
        taints = joinTaints(taints, part.taints);
        if (part.parts === null || asked.has(part.parts) || asked.size >= maxAsked) continue;
        asked.add(part.parts);
        next.push(part.parts);
      }
      if (taints.length >= maxTaints) return taints;
    }
    level = next;
  }
  return taints;
}

/** The same value, of which a part was looked at and found to be `part`. */
export function withChecked(value: Value, key: string, part: Value): Value {
  if ((value.checked?.size ?? 0) >= maxParts || (value.parts?.size ?? 0) > maxParts) return value;
  return {
    ...value,
    parts: new Map(value.parts).set(key, part),
    checked: new Set([...(value.checked ?? []), key]),
  };
}

/** Puts a value into a part of another. Where it cannot be the only one that is there, it is added. */
export function writePart(
  value: Value,
  key: string,
  { part, replaces }: { readonly part: Value; readonly replaces: boolean },
): void {
  const { parts } = value;
  if (parts === null) return;
  const known = parts.get(key);
  if (known === undefined) {
    if (parts.size < maxParts) parts.set(key, part);
    else parts.set("*", join(parts.get("*") ?? clean, part));
  } else parts.set(key, replaces ? part : join(known, part));
}

/** The same value with a step more on the way of each taint. */
export function step(
  value: Value,
  place: { readonly start: number; readonly end: number },
  word: number,
): Value {
  if (value.taints.length === 0) return value;
  return { ...value, taints: value.taints.map((taint) => stepTaint(taint, place, word)) };
}

export function stepTaint(
  taint: Taint,
  { start, end }: { readonly start: number; readonly end: number },
  word: number,
): Taint {
  const before = taint.trace;
  if (
    before !== null &&
    (before.length >= maxTrace || (before.start === start && before.end === end))
  )
    return taint;
  const length = before === null ? 1 : before.length + 1;
  return { ...taint, trace: { start, end, word, before, length } };
}

/** The same value, harmless for the sinks of `mask`. */
export function harmless(value: Value, mask: number): Value {
  if (value.taints.length === 0 && value.parts === null) return value;
  const taints = allTaints(value).map((taint) => ({ ...taint, mask: taint.mask | mask }));
  return { ...value, taints, parts: null };
}
