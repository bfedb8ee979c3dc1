// Weaknesses of ML and LLM code that fit in a line, each beside a line that is harmless:
//
//   node bench/one-liners.ts [--only TEXT] [--json]
//
// A weakness counts as found where Pavise shows it to everybody, or says that it is medium or worse.
// A harmless line is accused by the same measure. The pairs stand in bench/one-liners/*.yaml.
import { parseArgs } from "node:util";
import type { Finding } from "../src/core/index.ts";
import { contentOf, readOneLiners, type OneLiner } from "./support/one-liner-data.ts";
import { percent, printTable } from "./support/print.ts";
import { isGrave, isShown, scanText } from "./support/samples.ts";

interface Result extends OneLiner {
  readonly found: readonly Finding[];
  /** What only an auditor is shown. */
  readonly quiet: readonly Finding[];
  readonly accusers: readonly Finding[];
}

function counts(finding: Finding): boolean {
  return isShown(finding) || isGrave(finding);
}

async function look(line: OneLiner): Promise<Result> {
  const { file } = line;
  const { findings } = await scanText(file, contentOf(line.weak, file));
  const harmless = await scanText(file, contentOf(line.harmless, file));
  return {
    ...line,
    found: findings.filter(counts),
    quiet: findings.filter((finding) => !counts(finding)),
    accusers: harmless.findings.filter(counts),
  };
}

function namesOf(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ check }) => check))].join(", ");
}

function print(results: readonly Result[]): void {
  for (const { id, topic, found, quiet, weak } of results) {
    if (found.length > 0) continue;
    const said = quiet.length === 0 ? "" : ` (quietly: ${namesOf(quiet)})`;
    console.log(`missed   ${topic}/${id}${said}\n    ${weak.trimEnd()}`);
  }
  for (const { id, topic, accusers, harmless } of results)
    if (accusers.length > 0)
      console.log(`accused  ${topic}/${id}: ${namesOf(accusers)}\n    ${harmless.trimEnd()}`);
  const topics = [...new Set(results.map(({ topic }) => topic))];
  const rows = [...topics, "all"].map((name) => {
    const here = results.filter(({ topic }) => name === "all" || topic === name);
    const found = here.filter((result) => result.found.length > 0);
    const shown = here.filter((result) => result.found.some(isShown));
    const quiet = here.filter(({ found, quiet }) => found.length === 0 && quiet.length > 0);
    const accused = here.filter(({ accusers }) => accusers.length > 0);
    return [
      name,
      `${here.length}`,
      `${found.length} (${percent(found.length, here.length)})`,
      `${shown.length}`,
      `${quiet.length}`,
      `${accused.length} (${percent(accused.length, here.length)})`,
    ];
  });
  console.log("");
  const head = ["Topic", "pairs", "found", "shown to all", "only quietly", "harmless accused"];
  printTable(head, rows);
}

const { values } = parseArgs({ options: { only: { type: "string" }, json: { type: "boolean" } } });
const { only = "", json = false } = values;
const results: Result[] = [];
for (const line of readOneLiners())
  if (`${line.topic}/${line.id}`.includes(only)) results.push(await look(line));
if (json)
  console.log(
    JSON.stringify(
      results.map(({ id, topic, found, accusers }) => ({
        id,
        topic,
        found: found.map(({ check }) => check),
        accusers: accusers.map(({ check }) => check),
      })),
      undefined,
      2,
    ),
  );
else print(results);
