import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { sinkKinds, sourceKinds, type SinkKind, type SourceKind } from "../../src/flow/model.ts";
import { repository } from "./tools.ts";

/** What `case.json` says of a pair. */
const FlowCase = z.strictObject({
  title: z.string(),
  cwe: z.string().regex(/^CWE-\d+$/),
  source: z.enum(Object.keys(sourceKinds) as [SourceKind, ...SourceKind[]]),
  sink: z.enum(Object.keys(sinkKinds) as [SinkKind, ...SinkKind[]]),
  /** How the value gets there. */
  carriers: z.array(z.string()).min(1),
  /** How many functions and files the flow goes through. */
  functions: z.int().min(1),
  files: z.int().min(1),
  /** What makes the twin safe. */
  safe: z.string(),
});

/** Where a sink is written: a file of the program, and the lines of the statement. */
export interface SinkPlace {
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
}

/** A vulnerable program and its safe twin. */
export type FlowCase = z.infer<typeof FlowCase> & {
  readonly name: string;
  readonly language: "python" | "javascript";
  readonly vulnerable: string;
  readonly twin: string;
  readonly sinks: readonly SinkPlace[];
};

const flows = join(repository, "bench", "flows");
const mark = /(?:#|\/\/|\{\/\*) sink(?: \*\/\})?\s*$/;

/** How much deeper in brackets a line ends than it began; strings with brackets are rare enough. */
function depthOf(line: string): number {
  let depth = 0;
  for (const character of line.replace(/"[^"]*"|'[^']*'/g, ""))
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) depth--;
  return depth;
}

/** The line that is marked, and those that its open brackets reach into. */
function sinksOf(path: string, text: string): readonly SinkPlace[] {
  const lines = text.split("\n");
  return lines.flatMap((marked, at) => {
    if (!mark.test(marked)) return [];
    let [depth, end] = [depthOf(marked.replace(mark, "")), at];
    while (depth > 0 && end + 1 < lines.length) depth += depthOf(lines[++end] ?? "");
    return [{ path, line: at + 1, endLine: end + 1 }];
  });
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function readCase(set: string, language: FlowCase["language"], name: string): FlowCase {
  const folder = join(set, language, name);
  const about = FlowCase.parse(JSON.parse(readFileSync(join(folder, "case.json"), "utf8")));
  const vulnerable = join(folder, "vulnerable");
  const sinks = filesOf(vulnerable).flatMap((path) =>
    sinksOf(path, readFileSync(join(vulnerable, path), "utf8")),
  );
  if (sinks.length === 0) throw new Error(`${name} marks no sink`);
  return { ...about, name, language, vulnerable, twin: join(folder, "safe"), sinks };
}

/** Every pair, Python first. */
export function readFlowCases(set: string = flows): readonly FlowCase[] {
  return (["python", "javascript"] as const).flatMap((language) =>
    readdirSync(join(set, language))
      .sort()
      .map((name) => readCase(set, language, name)),
  );
}
