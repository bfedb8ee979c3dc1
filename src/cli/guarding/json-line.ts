import { applyEdits, type Guard, type GuardResult, type Source } from "../../guard/index.ts";
import type { Line } from "./lines.ts";

const sources: ReadonlySet<unknown> = new Set(["user", "tool", "system", "assistant"]);

/** How lines are judged. */
export interface LineGiven {
  readonly guard: Guard;
  /** Of lines that do not say. */
  readonly source: Source;
  readonly isRedacted: boolean;
}

/** What one line comes to: what is written, and what it counts for. */
export interface LineResult {
  readonly text: string;
  readonly verdict: GuardResult["verdict"] | "error";
}

export function judgeText(guard: Guard, text: string, source: Source): GuardResult {
  return source === "assistant" ? guard.output(text) : guard.input(text, source);
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

function failed(number: number, id: unknown, error: string): LineResult {
  return { text: JSON.stringify({ id: id ?? null, line: number, error }), verdict: "error" };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Judges a line `{id, text, source}`; undefined for one that is empty. */
export function judgeLine(line: Line, given: LineGiven): LineResult | undefined {
  const { number, text: written } = line;
  if (written === undefined) return failed(number, undefined, "the line is too long");
  if (written.trim() === "") return undefined;
  let value: unknown;
  try {
    value = JSON.parse(number === 1 && written.startsWith("\ufeff") ? written.slice(1) : written);
  } catch {
    return failed(number, undefined, "the line is no JSON");
  }
  if (!isRecord(value)) return failed(number, undefined, "the line is no JSON object");
  const { id, text, source = given.source } = value;
  if (typeof text !== "string") return failed(number, id, '"text" is missing or no string');
  if (!sources.has(source))
    return failed(number, id, '"source" must be user, tool, system or assistant');
  const { verdict, detections, edits } = judgeText(given.guard, text, source as Source);
  const passes = given.isRedacted && verdict !== "block";
  return {
    text: JSON.stringify({
      id: id ?? number,
      verdict,
      detections: detections.map((each) => ({ ...each, score: rounded(each.score) })),
      ...(passes && { text: applyEdits(text, edits) }),
    }),
    verdict,
  };
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
