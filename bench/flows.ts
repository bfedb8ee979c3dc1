// Flows from a source to a sink, each beside a program that does the same safely:
//
//   node bench/flows.ts [--only TEXT] [--json] [FOLDER with a set in the same layout]
//
// A vulnerable program counts as found where a finding with steps, which is one about a flow, meets
// the statement that is marked as the sink. A safe twin is accused by any finding with steps that is
// medium or worse and shown to everybody. Nothing is run. What a case is: bench/flows/README.md.
import { parseArgs } from "node:util";
import type { Finding } from "../src/core/index.ts";
import { readFlowCases, type FlowCase } from "./support/flow-cases.ts";
import { percent, printTable } from "./support/print.ts";
import { isGrave, isShown, scanFolder } from "./support/samples.ts";

interface Result extends FlowCase {
  /** Findings that meet the sink. */
  readonly found: readonly Finding[];
  /** Findings with steps elsewhere in the vulnerable program. */
  readonly others: readonly Finding[];
  readonly accusers: readonly Finding[];
}

function isFlow({ steps }: Finding): boolean {
  return steps !== undefined && steps.length > 0;
}

/** Whether the lines of a finding and those of a sink have one in common. */
function meets({ location }: Finding, { sinks }: FlowCase): boolean {
  const { path, line = 0, endLine = line } = location;
  return sinks.some((sink) => sink.path === path && line <= sink.endLine && endLine >= sink.line);
}

async function look(flow: FlowCase): Promise<Result> {
  const flows = (await scanFolder(flow.vulnerable)).findings.filter(isFlow);
  const accusers = (await scanFolder(flow.twin)).findings.filter(
    (finding) => isFlow(finding) && isShown(finding) && isGrave(finding),
  );
  return {
    ...flow,
    found: flows.filter((finding) => meets(finding, flow)),
    others: flows.filter((finding) => !meets(finding, flow)),
    accusers,
  };
}

function placesOf(findings: readonly Finding[]): string {
  return findings
    .map(({ check, location }) => `${check} ${location.path}:${location.line}`)
    .join(", ");
}

function printEach(results: readonly Result[]): void {
  for (const { name, language, source, sink, sinks, found, others } of results) {
    if (found.length > 0) continue;
    const places = sinks.map(({ path, line }) => `${path}:${line}`).join(", ");
    const said = others.length === 0 ? "" : `; said elsewhere: ${placesOf(others)}`;
    console.log(`missed   ${language}/${name} (${source} > ${sink}) at ${places}${said}`);
  }
  for (const { name, language, accusers, safe } of results)
    if (accusers.length > 0)
      console.log(`accused  ${language}/${name}: ${placesOf(accusers)}\n    ${safe}`);
  console.log("");
}

interface Grouping {
  readonly title: string;
  readonly groups: (result: Result) => readonly string[];
}

const groupings: readonly Grouping[] = [
  { title: "Sink", groups: ({ sink }) => [sink] },
  { title: "Source", groups: ({ source }) => [source] },
  { title: "Carrier", groups: ({ carriers }) => carriers },
  { title: "Files", groups: ({ files }) => [`${files}`] },
  { title: "Functions", groups: ({ functions }) => [`${functions}`] },
  { title: "Language", groups: ({ language }) => [language, "all"] },
];

function printGroups(results: readonly Result[], { title, groups }: Grouping): void {
  const byGroup = new Map<string, Result[]>();
  for (const result of results)
    for (const group of groups(result)) byGroup.set(group, [...(byGroup.get(group) ?? []), result]);
  const rows = [...byGroup]
    .sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))
    .map(([group, here]) => {
      const found = here.filter((result) => result.found.length > 0).length;
      const accused = here.filter(({ accusers }) => accusers.length > 0).length;
      return [
        group,
        `${here.length}`,
        `${found} (${percent(found, here.length)})`,
        `${accused} (${percent(accused, here.length)})`,
      ];
    });
  printTable([title, "pairs", "found", "safe twins accused"], rows);
}

const { values, positionals } = parseArgs({
  options: { only: { type: "string" }, json: { type: "boolean" } },
  allowPositionals: true,
});
const { only = "", json = false } = values;
const results: Result[] = [];
for (const flow of readFlowCases(positionals[0]))
  if (`${flow.language}/${flow.name}`.includes(only)) results.push(await look(flow));
if (json)
  console.log(
    JSON.stringify(
      results.map(({ language, name, source, sink, found, others, accusers }) => ({
        name: `${language}/${name}`,
        source,
        sink,
        found: found.map(({ check }) => check),
        others: placesOf(others),
        accusers: placesOf(accusers),
      })),
      undefined,
      2,
    ),
  );
else {
  printEach(results);
  for (const grouping of groupings) printGroups(results, grouping);
  const found = results.filter((result) => result.found.length > 0).length;
  const accused = results.filter(({ accusers }) => accusers.length > 0).length;
  console.log(`${percent(found, results.length)} found (bar: ≥ 95 %)`);
  console.log(`${percent(accused, results.length)} of the safe twins accused (bar: ≤ 3 %)`);
}
