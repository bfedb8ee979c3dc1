import { readFileSync, statSync } from "node:fs";
import type { Readable } from "node:stream";
import { fileReason, PaviseError } from "../../core/index.ts";
import {
  applyEdits,
  createGuard,
  type Guard,
  type GuardOptions,
  type Source,
  type Verdict,
} from "../../guard/index.ts";
import { explanation } from "../guarding/explain.ts";
import { judgeLine, judgeText, looksLikeLine, type Line } from "../../guard/json-line.ts";
import { linesOf, openInput, wholeOf } from "../guarding/lines.ts";
import { painter } from "../help.ts";
import { oneOf, type Given } from "../options.ts";
import type { Stage } from "../stage.ts";

const mostPolicyBytes = 1024 * 1024;
/** A text that is longer is cut off here, and too long for any guard. */
const mostText = 100_000_001;

/** What is known of the run while it goes on. */
interface Tally {
  readonly guard: Guard;
  readonly source: Source;
  readonly fails: ReadonlySet<Verdict>;
  readonly given: Given;
  readonly stage: Stage;
  hasFailed: boolean;
  hasErrors: boolean;
}

async function policyOptions(file: string | undefined): Promise<GuardOptions> {
  if (file === undefined) return {};
  let text: string;
  try {
    if (statSync(file).size > mostPolicyBytes) throw new Error("it is larger than a policy can be");
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new PaviseError("file-missing", `--policy ${file}: ${fileReason(error)}`, {
      cause: error,
    });
  }
  // Only a run with a policy pays for what reads it.
  const [{ readYaml }, { GuardFile, guardOptionsOf }] = await Promise.all([
    import("../../engine/yaml-file.ts"),
    import("../../guard/policy-file.ts"),
  ]);
  const help = "docs/guard.md has every kind and what is done about it.";
  return guardOptionsOf(readYaml({ file, text, help }, GuardFile).data);
}

function thresholdOf(given: Given): number | undefined {
  const value = given.last("threshold");
  if (value === undefined) return undefined;
  const threshold = Number(value);
  if (threshold >= 0 && threshold <= 1) return threshold;
  throw new PaviseError("usage", `--threshold ${value}: no such value`, {
    hint: "A score from 0 to 1.",
  });
}

function sourceOf(given: Given): Source {
  const direction = oneOf(given, "direction", ["input", "output"]) ?? "input";
  const source = oneOf(given, "source", ["user", "tool", "system", "assistant"]);
  if (direction === "output") {
    if (source === undefined || source === "assistant") return "assistant";
    throw new PaviseError("usage", `--direction output with --source ${source}`, {
      hint: "What a model says comes from the assistant.",
    });
  }
  return source ?? "user";
}

function failsOn(given: Given): ReadonlySet<Verdict> {
  const least = oneOf(given, "fail-on", ["block", "redact", "none"]) ?? "block";
  if (least === "none") return new Set();
  return new Set(least === "block" ? ["block"] : ["block", "redact"]);
}

function count(tally: Tally, verdict: Verdict | "error"): void {
  if (verdict === "error") tally.hasErrors = true;
  else if (tally.fails.has(verdict)) tally.hasFailed = true;
}

async function judgeBatch(tally: Tally, lines: readonly Line[]): Promise<void> {
  const { guard, source, given, stage } = tally;
  const isRedacted = given.has("redacted");
  const written: string[] = [];
  for (const line of lines) {
    const result = judgeLine(line, { guard, source, isRedacted });
    if (result === undefined) continue;
    count(tally, result.verdict);
    written.push(JSON.stringify(result.answer));
  }
  if (written.length > 0 && !given.has("quiet")) await stage.print(`${written.join("\n")}\n`);
}

async function judgeWhole(tally: Tally, name: string, text: string): Promise<void> {
  const { guard, source, given, stage } = tally;
  const result = judgeText(guard, text, source);
  count(tally, result.verdict);
  if (given.has("quiet")) return;
  if (given.has("redacted")) {
    if (result.verdict !== "block") await stage.print(applyEdits(text, result.edits));
    stage.note(explanation({ name, text, result, paint: painter(false), width: 100 }));
    return;
  }
  const paint = painter(stage.color);
  await stage.print(explanation({ name, text, result, paint, width: stage.width ?? 100 }));
}

/** Reads an input as lines or as one text, whatever was asked for or its beginning tells. */
async function judgeInput(tally: Tally, path: string, input: Readable): Promise<void> {
  const { given } = tally;
  const name = path === "-" ? "standard input" : path;
  if (given.has("text")) return judgeWhole(tally, name, await wholeOf(input, mostText));
  let isLines = given.has("jsonl");
  if (isLines) {
    for await (const batch of linesOf(input)) await judgeBatch(tally, batch);
    return undefined;
  }
  const before: Line[] = [];
  let length = 0;
  for await (const batch of linesOf(input)) {
    if (isLines) {
      await judgeBatch(tally, batch);
      continue;
    }
    for (const line of batch) {
      before.push(line);
      length += (line.text?.length ?? 0) + 1;
    }
    const first = before.find((line) => (line.text ?? "").trim() !== "");
    if (first !== undefined && before[0] !== undefined && looksLikeLine(first.text ?? "")) {
      isLines = true;
      await judgeBatch(tally, before);
      before.length = 0;
    }
    if (length > mostText) break;
  }
  if (isLines) return undefined;
  return judgeWhole(tally, name, before.map(({ text }) => text ?? "").join("\n"));
}

/** `pavise guard` */
export async function guardCommand(given: Given, stage: Stage): Promise<number> {
  if (given.has("jsonl") && given.has("text"))
    throw new PaviseError("usage", "--jsonl and --text contradict each other", {});
  const source = sourceOf(given);
  const options = await policyOptions(given.last("policy"));
  const guard = createGuard({ ...options, threshold: thresholdOf(given) });
  const fails = failsOn(given);
  const tally: Tally = { guard, source, fails, given, stage, hasFailed: false, hasErrors: false };
  const paths = given.operands.length === 0 ? ["-"] : given.operands;
  for (const path of paths)
    if (path !== "-" && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true))
      throw new PaviseError("target-missing", `${path}: there is no such file`, {});
  for (const path of paths) {
    try {
      await judgeInput(tally, path, openInput(path));
    } catch (error) {
      if (error instanceof PaviseError) throw error;
      stage.note(`${path}: ${fileReason(error)}\n`);
      tally.hasErrors = true;
    }
  }
  if (tally.hasErrors) return 3;
  return tally.hasFailed ? 1 : 0;
}
