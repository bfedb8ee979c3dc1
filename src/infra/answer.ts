import type { Severity, Thing } from "../core/index.ts";
import type { Fact } from "./fact.ts";
import type { Place, Value } from "./value.ts";

/** A place on the way to what is wrong, with what happens there in a few words. */
export interface Waypoint {
  readonly at: Place;
  readonly message: string;
  /** What stands here. Where each place has one, a report can draw the way. */
  readonly thing?: Thing;
}

/** Nothing is wrong. */
export interface Pass {
  readonly kind: "pass";
}

/** Something is wrong, and here it is. */
export interface Fail {
  readonly kind: "fail";
  readonly at: Place;
  /** One sentence without a full stop; the title of the check where it is not said. */
  readonly message?: string;
  /** Where it weighs otherwise than usual. */
  readonly severity?: Severity;
  /** Exact text that must not reach a report. */
  readonly secret?: string;
  /** The same check says it of the resource where it has to be mended: here it is no finding again. */
  readonly isToldElsewhere?: boolean;
  /** How it comes about, in the order in which an attacker would walk it. */
  readonly way?: readonly Waypoint[];
}

/** What was written does not tell. */
export interface Undecided {
  readonly kind: "unknown";
  readonly at: Place;
  /** "var.kms_key has no value" */
  readonly cause: string;
}

/** We were not let in, or did not ask. */
export interface NotAssessed {
  readonly kind: "not-assessed";
  readonly at: Place;
  /** The permission or call that was missing. */
  readonly missing: string;
}

/** What a check says of one resource. A refusal to tell us something is never a pass. */
export type Answer = Pass | Fail | Undecided | NotAssessed;

export const pass: Answer = { kind: "pass" };

/** Says what is wrong, at a place. */
export function fail(at: Place, more: Omit<Fail, "kind" | "at"> = {}): Answer {
  return { kind: "fail", at, ...more };
}

/** Says that it cannot be told. */
export function unknown(at: Place, cause: string): Answer {
  return { kind: "unknown", at, cause };
}

const weights = { fail: 3, "not-assessed": 2, unknown: 1, pass: 0 } as const;

/** Everything must hold: the worst answer counts, and what fails is worse than what is not known. */
export function all(...answers: readonly Answer[]): Answer {
  return answers.reduce(
    (worst, answer) => (weights[answer.kind] > weights[worst.kind] ? answer : worst),
    pass,
  );
}

/** One is enough: passes where one does, fails (as the first does) only where all do. */
export function any(...answers: readonly Answer[]): Answer {
  return (
    answers.find(({ kind }) => kind === "pass") ??
    answers.find(({ kind }) => kind === "not-assessed") ??
    answers.find(({ kind }) => kind === "unknown") ??
    answers[0] ??
    pass
  );
}

/** The same answer with a message of its own where it fails. */
export function saying(answer: Answer, message: string): Answer {
  return answer.kind === "fail" ? { ...answer, message } : answer;
}

/** How a fact is asked. */
export interface Asked {
  /** Whether it is well where nothing is written and the type knows no default. */
  readonly absent?: boolean;
  readonly message?: string;
  readonly severity?: Severity;
}

function decided(isWell: boolean, at: Place, { message, severity }: Asked): Answer {
  return isWell ? pass : fail(at, { message, severity });
}

/** Asks a fact: `holds` judges its value. What is set to something not yet known is unknown. */
export function must<T>(fact: Fact<T>, holds: (value: T) => boolean, asked: Asked = {}): Answer {
  switch (fact.kind) {
    case "known":
      return decided(holds(fact.value), fact.at, asked);
    case "absent":
      return decided(asked.absent === true, fact.at, asked);
    case "set":
    case "unknown":
      return unknown(fact.at, fact.cause);
    case "unread":
      return { kind: "not-assessed", at: fact.at, missing: fact.missing };
    default:
      return agreed(
        fact.options.map((option) => must(option, holds, asked)),
        fact,
      );
  }
}

/** All options alike give that answer; otherwise it depends. */
function agreed(
  answers: readonly Answer[],
  { cause, at }: { readonly cause: string; readonly at: Place },
): Answer {
  const [first] = answers;
  if (first === undefined) return unknown(at, cause);
  if (answers.every(({ kind }) => kind === first.kind)) return first;
  return unknown(at, cause);
}

/** The fact has one of these values. */
export function mustBe<T>(fact: Fact<T>, values: T | readonly T[], asked: Asked = {}): Answer {
  const wanted: readonly T[] = Array.isArray(values) ? values : [values as T];
  return must(fact, (value) => wanted.includes(value), asked);
}

/** The fact has none of these values; nothing written is well. */
export function mustNotBe<T>(fact: Fact<T>, values: T | readonly T[], asked: Asked = {}): Answer {
  const bad: readonly T[] = Array.isArray(values) ? values : [values as T];
  return must(fact, (value) => !bad.includes(value), { absent: true, ...asked });
}

/** True for a text, list or object with nothing in it. */
function isNothing(value: unknown): boolean {
  if (value === "" || (Array.isArray(value) && value.length === 0)) return true;
  if (value === null || typeof value !== "object" || !("kind" in value)) return false;
  const node = value as Value;
  if (node.kind === "list") return node.items.length === 0 && node.open === undefined;
  if (node.kind === "map") return node.entries.size === 0 && node.open === undefined;
  return node.kind === "scalar" && node.value === "";
}

/** Why there may be something although nothing is seen: a block for each of what is not known. */
function openness(value: unknown): string | undefined {
  if (value === null || typeof value !== "object" || !("kind" in value)) return undefined;
  const node = value as Value;
  if (node.kind === "list") return node.items.length === 0 ? node.open : undefined;
  return node.kind === "map" && node.entries.size === 0 ? node.open : undefined;
}

/** Something is written, whether or not it is known what; an empty text or list is nothing. */
export function mustBeSet<T>(fact: Fact<T>, asked: Asked = {}): Answer {
  if (fact.kind === "set") return pass;
  if (fact.kind === "choice")
    return agreed(
      fact.options.map((option) => mustBeSet(option, asked)),
      fact,
    );
  const doubt = fact.kind === "known" ? openness(fact.value) : undefined;
  if (doubt !== undefined) return unknown(fact.at, doubt);
  return must(fact, (value) => !isNothing(value), asked);
}

/** Nothing is written. */
export function mustBeAbsent<T>(fact: Fact<T>, asked: Asked = {}): Answer {
  if (fact.kind === "set") return fail(fact.at, asked);
  if (fact.kind === "choice")
    return agreed(
      fact.options.map((option) => mustBeAbsent(option, asked)),
      fact,
    );
  return must(fact, isNothing, { ...asked, absent: true });
}
