import type { ModelRequest, Slot } from "../surface.ts";
import { isObject, type JsonObject } from "./values.ts";
import { startWalk, type Walk } from "./walk.ts";

/** More texts than this in one request are no conversation; each is read by every guard. */
export const mostTexts = 20_000;

/** A walk of a request, which ends where there are too many texts. */
export function walkRequest(): Walk {
  return startWalk({ mostLeaves: mostTexts });
}

/** How much a request lets the model write, and how to lower it. */
export interface OutputLimit {
  readonly maxOutputTokens: number | undefined;
  readonly limitOutputTokens: (most: number) => void;
  readonly problem: string | undefined;
}

/** Where a protocol keeps its limit: the first name that a body has counts, the first of all is written otherwise. */
export interface LimitNames {
  readonly names: readonly string[];
  /** How many answers are asked for; the limit counts for each. */
  readonly choices: number;
  /** The least that is a limit; what is lower stands for none. 1 unless told otherwise. */
  readonly least?: number;
}

/** The whole number in a member; protocol buffers also take it as text. */
function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === "string" && /^-?\d{1,15}$/u.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : undefined;
}

/** The limit in one object of the body; `make` puts the object there where it is missing. */
export function outputLimit(
  object: JsonObject,
  given: LimitNames & { readonly make?: () => JsonObject },
): OutputLimit {
  const set = given.names.filter((name) => Object.hasOwn(object, name) && object[name] !== null);
  const wrong = set.find((name) => wholeNumber(object[name]) === undefined);
  const limits = set.flatMap((name) => wholeNumber(object[name]) ?? []);
  // Servers read a negative number as "as many as you like", and Ollama's also 0.
  const { least = 1 } = given;
  const most =
    limits.length === 0 || limits.some((limit) => limit < least) ? undefined : Math.max(...limits);
  return {
    maxOutputTokens: most === undefined ? undefined : most * given.choices,
    limitOutputTokens: (lower) => {
      const each = Math.max(1, Math.floor(lower / given.choices));
      const names = set.length === 0 ? given.names.slice(0, 1) : set;
      const target = given.make?.() ?? object;
      for (const name of names) target[name] = each;
    },
    problem: wrong === undefined ? undefined : `${JSON.stringify(wrong)} is no whole number`,
  };
}

/** For what writes no text: vectors, counts. */
export const noOutput: OutputLimit = {
  maxOutputTokens: 0,
  limitOutputTokens: () => {},
  problem: undefined,
};

/** The number of answers that a request asks for; a problem where it is none. */
export function choicesOf(
  object: JsonObject,
  names: readonly string[],
): number | { readonly problem: string } {
  let most = 1;
  for (const name of names) {
    if (!Object.hasOwn(object, name) || object[name] === null) continue;
    const number = wholeNumber(object[name]);
    if (number === undefined || number < 1 || number > 1024)
      return { problem: `${JSON.stringify(name)} is no number of answers` };
    most = Math.max(most, number);
  }
  return most;
}

/** What a surface knows beyond what its walk found. */
export interface RequestFacts {
  readonly surface: string;
  readonly model: string;
  readonly isStream: boolean;
  readonly framing?: ModelRequest["framing"];
  readonly body: unknown;
  readonly limit: OutputLimit;
  readonly addSystemText?: (text: string) => void;
  readonly wantsLogProbabilities?: boolean;
  readonly answerSchema?: unknown;
}

/** The request in the form that all protocols share, or why it is refused. */
export function modelRequest(
  walk: Walk,
  facts: RequestFacts,
): ModelRequest | { readonly problem: string } {
  if (facts.limit.problem !== undefined) return { problem: facts.limit.problem };
  const [problem] = walk.problems;
  if (problem !== undefined) return { problem };
  if (walk.leaves.length > mostTexts) return { problem: `more than ${mostTexts} texts` };
  const slots: readonly Slot[] = walk.leaves;
  return {
    surface: facts.surface,
    model: facts.model,
    isStream: facts.isStream,
    ...(facts.framing === undefined ? {} : { framing: facts.framing }),
    body: facts.body,
    slots,
    tools: walk.tools,
    references: walk.references,
    attachments: walk.attachments,
    unreadable: walk.unreadable,
    maxOutputTokens: facts.limit.maxOutputTokens,
    limitOutputTokens: facts.limit.limitOutputTokens,
    addSystemText: facts.addSystemText ?? (() => {}),
    wantsLogProbabilities: facts.wantsLogProbabilities ?? false,
    ...(facts.answerSchema === undefined ? {} : { answerSchema: facts.answerSchema }),
  };
}

/** The body where it is an object; what every protocol begins with. */
export function bodyObject(body: unknown): JsonObject | { readonly problem: string } {
  return isObject(body) ? body : { problem: "the body is no JSON object" };
}

/** True for what `bodyObject` and others answer instead of a value. */
export function isProblem(value: unknown): value is { readonly problem: string } {
  return isObject(value) && typeof value["problem"] === "string" && Object.keys(value).length === 1;
}

/** `true`, which is all that servers take for yes; anything else that is set is refused. */
export function flagOf(
  object: JsonObject,
  name: string,
  otherwise: boolean,
): boolean | { readonly problem: string } {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  if (value === undefined || value === null) return otherwise;
  return typeof value === "boolean"
    ? value
    : { problem: `${JSON.stringify(name)} is neither true nor false` };
}

/** Texts of a request, by which what a provider repeats of it is known; gathered when the first is looked for. */
export function echoesOf(request: ModelRequest | undefined): Walk["echoes"] {
  if (request === undefined) return undefined;
  let texts: Set<string> | undefined;
  return () => {
    texts ??= textsOf(request.body);
    return texts;
  };
}

function textsOf(body: unknown): Set<string> {
  const texts = new Set<string>();
  const pending: unknown[] = [body];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === "string") texts.add(next);
    else if (typeof next === "object" && next !== null)
      for (const [key, value] of Object.entries(next)) {
        if (!Array.isArray(next)) texts.add(key);
        if (value !== null && value !== undefined) pending.push(value);
      }
  }
  return texts;
}
