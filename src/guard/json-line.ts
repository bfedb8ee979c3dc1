import type { Detection } from "../detect/detection.ts";
import type { Guard, GuardResult, Source } from "./contract.ts";
import { applyEdits } from "./edits.ts";

/** A line of a stream; undefined text where it was too long to be kept. */
export interface Line {
  readonly number: number;
  readonly text: string | undefined;
}

const sources: ReadonlySet<unknown> = new Set(["user", "tool", "system", "assistant"]);

export function isSource(value: unknown): value is Source {
  return sources.has(value);
}

/** How lines are judged. */
export interface LineGiven {
  readonly guard: Guard;
  /** Of lines that do not say. */
  readonly source: Source;
  readonly isRedacted: boolean;
}

/** What one line comes to: what is written, and what it counts for. */
export interface LineAnswer {
  readonly answer: unknown;
  readonly verdict: GuardResult["verdict"] | "error";
}

export function judgeText(guard: Guard, text: string, source: Source): GuardResult {
  return source === "assistant" ? guard.output(text) : guard.input(text, source);
}

/** Detections as they are written, with three digits of a score. */
export function written(detections: readonly Detection[]): readonly Detection[] {
  return detections.map((each) => ({ ...each, score: Math.round(each.score * 1000) / 1000 }));
}

function failed(number: number, id: unknown, error: string): LineAnswer {
  return { answer: { id: id ?? null, line: number, error }, verdict: "error" };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Judges one object `{id, text, source}`; its number stands for an id that it lacks. */
export function judgeObject(value: unknown, number: number, given: LineGiven): LineAnswer {
  if (!isRecord(value)) return failed(number, undefined, "the line is no JSON object");
  const { id, text, source = given.source } = value;
  if (typeof text !== "string") return failed(number, id, '"text" is missing or no string');
  if (!isSource(source))
    return failed(number, id, '"source" must be user, tool, system or assistant');
  const { verdict, detections, edits } = judgeText(given.guard, text, source);
  const passes = given.isRedacted && verdict !== "block";
  return {
    answer: {
      id: id ?? number,
      verdict,
      detections: written(detections),
      ...(passes && { text: applyEdits(text, edits) }),
    },
    verdict,
  };
}

/** Judges a line `{id, text, source}`; undefined for one that is empty. */
export function judgeLine(line: Line, given: LineGiven): LineAnswer | undefined {
  const { number, text: raw } = line;
  if (raw === undefined) return failed(number, undefined, "the line is too long");
  if (raw.trim() === "") return undefined;
  let value: unknown;
  try {
    value = JSON.parse(number === 1 && raw.startsWith("\ufeff") ? raw.slice(1) : raw);
  } catch {
    return failed(number, undefined, "the line is no JSON");
  }
  return judgeObject(value, number, given);
}

/** True for a first line that is one of texts, and not itself the text. */
export function looksLikeLine(line: string): boolean {
  if (!/^\s*\{/.test(line.replace(/^\ufeff/, ""))) return false;
  try {
    const value: unknown = JSON.parse(line.replace(/^\ufeff/, ""));
    return isRecord(value) && typeof value["text"] === "string";
  } catch {
    return false;
  }
}
