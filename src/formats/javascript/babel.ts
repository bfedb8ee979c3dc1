import { createRequire } from "node:module";
import type * as Babel from "@babel/parser";
import type { Problem } from "../../core/index.ts";
import { inTime } from "./budget.ts";

/** Which of its dialects a file is written in. */
export interface Dialect {
  readonly isTyped: boolean;
  readonly hasMarkup: boolean;
}

type File = Babel.ParseResult;
type Plugins = NonNullable<Babel.ParserOptions["plugins"]>;

/** One way to read a text. */
interface Attempt {
  readonly plugins: Plugins;
  readonly sourceType: "module" | "script" | "unambiguous";
}

/** Parts that cannot be read are left out, and the rest is read again, as long as that costs little. */
const maxRepairs = 6;
const maxRepairedLength = 1_500_000;
/** Milliseconds after which no further way is tried. */
const patience = 3_000;

let loaded: typeof Babel | undefined;

/** Half a megabyte of parser: a run without JavaScript goes without it. */
function babel(): typeof Babel {
  loaded ??= createRequire(import.meta.url)("@babel/parser") as typeof Babel;
  return loaded;
}

// Proposals that people use through their bundlers.
const always: Plugins = [
  "decorators-legacy",
  "decoratorAutoAccessors",
  "deferredImportEvaluation",
  "sourcePhaseImports",
  "exportDefaultFrom",
];

/** The likeliest way first; what a suffix says is often only half the truth. */
function attemptsFor(text: string, { isTyped, hasMarkup }: Dialect): readonly Attempt[] {
  const typed: Plugins = [...always, "typescript"];
  const flow: Attempt = { plugins: [...always, "jsx", "flow"], sourceType: "module" };
  if (isTyped) {
    const plain: Attempt = { plugins: typed, sourceType: "module" };
    const markup: Attempt = { plugins: [...typed, "jsx"], sourceType: "module" };
    return hasMarkup ? [markup, plain] : [plain, markup];
  }
  const modern: Attempt = { plugins: [...always, "jsx"], sourceType: "unambiguous" };
  const script: Attempt = { plugins: [...always, "jsx"], sourceType: "script" };
  const others: Attempt = { plugins: [...typed, "jsx"], sourceType: "module" };
  const isFlow = text.slice(0, 2_000).includes("@flow");
  return isFlow ? [flow, modern] : [modern, script, flow, others];
}

/** A tree, or where and why there is none. */
type Outcome =
  | { readonly file: File }
  | { readonly at: number; readonly message: string; readonly isLimit: boolean };

function attempt(text: string, way: Attempt): Outcome {
  const { parse } = babel();
  const outcome = inTime(() => parseOnce(parse, text, way), text.length);
  return outcome ?? { at: 0, message: "took too long to be parsed", isLimit: true };
}

function parseOnce(
  parse: typeof Babel.parse,
  text: string,
  { plugins, sourceType }: Attempt,
): Outcome {
  try {
    const file = parse(text, {
      plugins,
      sourceType,
      // What is wrong but can be understood is understood; Node would refuse it, a reviewer not.
      errorRecovery: true,
      attachComment: false,
      // Offsets are enough.
      locations: false,
      allowAwaitOutsideFunction: true,
      allowImportExportEverywhere: true,
      allowNewTargetOutsideFunction: true,
      allowReturnOutsideFunction: true,
      allowSuperOutsideMethod: true,
      allowUndeclaredExports: true,
      allowYieldOutsideFunction: true,
    });
    return { file };
  } catch (error) {
    const { pos, message } = error as { pos?: unknown; message?: unknown };
    if (error instanceof RangeError)
      return { at: 0, message: "nested too deep to be parsed", isLimit: true };
    return {
      at: typeof pos === "number" ? Math.min(pos, text.length) : 0,
      message: String(message).replace(/ \(\d+:\d+\)$/, ""),
      isLimit: false,
    };
  }
}

/** Where a statement of its own seems to begin: nothing before it on the line. */
const opening =
  /^(?:import|export|const|let|var|(?:async )?function|class|abstract|interface|type|enum|declare|if|for|while|try|switch|module\.|exports\.|[A-Za-z_$][\w$.]*[ (=])/;

/** Takes the statement around `at` out of the text, with spaces in its place. */
function without(text: string, at: number): { readonly text: string; readonly rest: number } {
  let start = text.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
  while (start > 0 && !opening.test(text.slice(start, start + 40)))
    start = start < 2 ? 0 : text.lastIndexOf("\n", start - 2) + 1;
  let end = text.indexOf("\n", Math.max(at, start));
  while (end >= 0 && !opening.test(text.slice(end + 1, end + 41)))
    end = text.indexOf("\n", end + 1);
  const stop = end < 0 ? text.length : end;
  const blank = text.slice(start, stop).replace(/[^\n\r]/g, " ");
  return { text: text.slice(0, start) + blank + text.slice(stop), rest: stop };
}

/** What could be read, and what could not. */
export interface Reading {
  /** Undefined where nothing could. */
  readonly file: File | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a text in the dialects that it may be in; leaves out statements that are in none. Never throws. */
export function readWithBabel(text: string, dialect: Dialect): Reading {
  let furthest: { at: number; message: string; attempt: Attempt } | undefined;
  const begin = performance.now();
  const isLate = (): boolean => performance.now() - begin > patience;
  for (const each of attemptsFor(text, dialect)) {
    const outcome = attempt(text, each);
    if ("file" in outcome) return { file: outcome.file, problems: [] };
    if (outcome.isLimit)
      return { file: undefined, problems: [{ reason: "limit", message: outcome.message, at: 0 }] };
    if (furthest === undefined || outcome.at > furthest.at)
      furthest = { at: outcome.at, message: outcome.message, attempt: each };
    if (text.length > maxRepairedLength || isLate()) break;
  }
  if (furthest === undefined) return { file: undefined, problems: [] };
  const { at, message } = furthest;
  const problems: Problem[] = [{ reason: "syntax-error", message, at }];
  let spent = text.length;
  let repaired = { text, rest: 0 };
  let next = at;
  for (let times = 0; times < maxRepairs && spent < maxRepairedLength && !isLate(); times++) {
    repaired = without(repaired.text, next);
    spent += text.length;
    const outcome = attempt(repaired.text, furthest.attempt);
    if ("file" in outcome) return { file: outcome.file, problems };
    if (outcome.isLimit) break;
    problems.push({ reason: "syntax-error", message: outcome.message, at: outcome.at });
    next = outcome.at;
  }
  return { file: undefined, problems };
}
