import {
  frameworkOf,
  frameworks,
  runServes,
  withCrosswalk,
  type Control,
  type Framework,
} from "../../src/catalog/index.ts";
import { banner, count, page, table } from "./markdown.ts";
import type { Documented } from "./sources.ts";

/** What gives evidence for one control. */
interface Evidence {
  /** Checks that name it. */
  readonly named: readonly string[];
  /** Checks that reach it over another control, which the key names. */
  readonly over: ReadonlyMap<string, readonly string[]>;
}

const none: Evidence = { named: [], over: new Map() };

/** What every run is evidence for, whichever checks were in it. */
const served = new Set(runServes.map(({ control }) => control));

/** Headings of their frameworks rather than things that evidence could be about. */
const headings = new Set<Control["kind"]>(["tactic", "function", "category"]);

function controlsOf({ controls }: Framework): readonly Control[] {
  return controls.filter(({ kind }) => !headings.has(kind));
}

function evidenceOf(all: readonly Documented[]): ReadonlyMap<string, Evidence> {
  const parents = new Map(
    frameworks.flatMap(controlsOf).map(({ id, parent }) => [id, parent] as const),
  );
  const found = new Map<string, { named: string[]; over: Map<string, string[]> }>();
  const at = (id: string): { named: string[]; over: Map<string, string[]> } => {
    const entry = found.get(id) ?? { named: [], over: new Map<string, string[]>() };
    found.set(id, entry);
    return entry;
  };
  for (const { meta } of all) {
    for (const id of meta.controls) {
      at(id).named.push(meta.id);
      const parent = parents.get(id);
      const reached = new Set([...withCrosswalk([id]), ...(parent === undefined ? [] : [parent])]);
      reached.delete(id);
      for (const target of reached) {
        const { over } = at(target);
        over.set(id, [...(over.get(id) ?? []), meta.id]);
      }
    }
  }
  return found;
}

function checksOf({ named, over }: Evidence): readonly string[] {
  return [...new Set([...named, ...[...over.values()].flat()])];
}

function linked({ id, url }: Control): string {
  return url === undefined ? id : `[${id}](${url})`;
}

function links(ids: readonly string[]): string {
  return ids
    .toSorted()
    .map((id) => `[${id}](checks/${id}.md)`)
    .join(", ");
}

/** What stands for a control in the table of its framework. */
function said(id: string, evidence: Evidence): string {
  if (evidence.named.length > 0) return links(evidence.named);
  if (evidence.over.size === 0) return served.has(id) ? "no check; the run as a whole" : "none";
  const total = count(checksOf(evidence).length, "check");
  const ways = [...evidence.over].map(([id, ids]) => `${id} (${ids.length})`).sort();
  return `${total} over ${ways.join(", ")}`;
}

function rows(controls: readonly Control[], evidence: ReadonlyMap<string, Evidence>): string {
  return table(
    ["Control", "Title", "Evidence from"],
    controls.map((control) => [
      linked(control),
      control.title,
      said(control.id, evidence.get(control.id) ?? none),
    ]),
  );
}

/** The law asks for more than a tool can give; this says how much more. */
function duties(controls: readonly Control[]): string | undefined {
  const bound = controls.filter(({ duty }) => duty !== undefined);
  if (bound.length === 0) return undefined;
  return [
    "What each asks for, what a tool can help to show, and what only people can supply:",
    ...bound.map(({ title, duty, ...control }) => {
      const applies = duty?.applies.map(({ from, to }) => `from ${from}: ${to}`).join("; ");
      return [
        `- **${linked({ title, ...control })}, ${title}** (${duty?.who.join(", ")}; ${applies}). ${duty?.summary}`,
        ...(duty?.evidence.length === 0 ? [] : [`  - A tool: ${duty?.evidence.join("; ")}.`]),
        ...(duty?.human.length === 0 ? [] : [`  - People: ${duty?.human.join("; ")}.`]),
      ].join("\n");
    }),
  ].join("\n\n");
}

/** A table of a framework larger than this would bury what is covered under what is not. */
const many = 20;

function shorter(id: string): string {
  return id.slice(id.lastIndexOf(":") + 1);
}

/** What a large framework has that no check speaks of, by kind. */
function gaps(without: readonly Control[]): readonly string[] {
  return [...new Set(without.map(({ kind }) => kind))].map((kind) => {
    const these = without.filter((control) => control.kind === kind);
    const names = these.map(({ id, title }) => `- ${shorter(id)}: ${title}`).join("\n");
    const what = count(these.length, kind, plurals[kind] ?? `${kind}s`);
    return `<details><summary>No check gives evidence for ${what}</summary>\n\n${names}\n\n</details>`;
  });
}

/** The list of every weakness there is; a check for each is nobody's aim. */
function notChecked(number: number): string {
  return `No check gives evidence for the other ${number} of the catalogue, which is a selection from CWE.`;
}

const plurals: Partial<Record<Control["kind"], string>> = {
  weakness: "weaknesses",
  subcategory: "subcategories",
  annex: "annexes",
};

const states: Readonly<Record<Framework["state"], string>> = {
  current: "",
  superseded: " There is a newer edition.",
  draft: " A draft.",
};

function section(framework: Framework, evidence: ReadonlyMap<string, Evidence>): readonly string[] {
  const { title, edition, publisher, url, state } = framework;
  const controls = controlsOf(framework);
  const within = controls.filter(({ id }) => evidence.has(id));
  const without = controls.filter(({ id }) => !evidence.has(id));
  const isLarge = controls.length > many;
  const has = within.length === 1 ? "has" : "have";
  return [
    `## ${title} (${edition})`,
    `[${publisher}](${url}).${states[state]} ${within.length} of ${count(controls.length, "control")} ${has} evidence from a check.`,
    within.length === 0 && isLarge ? "" : rows(isLarge ? within : controls, evidence),
    ...(!isLarge ? [] : framework.id === "CWE" ? [notChecked(without.length)] : gaps(without)),
    duties(controls) ?? "",
  ];
}

/** Which checks give evidence for which control, and where there is none. */
export function frameworksPage(all: readonly Documented[]): string {
  const evidence = evidenceOf(all);
  const overview = frameworks.map((framework) => {
    const controls = controlsOf(framework);
    const named = controls.filter(({ id }) => (evidence.get(id)?.named.length ?? 0) > 0).length;
    const reached = controls.filter(({ id }) => evidence.has(id)).length;
    const checks = new Set(controls.flatMap(({ id }) => checksOf(evidence.get(id) ?? none))).size;
    return [
      `${framework.title} (${framework.edition})`,
      String(controls.length),
      String(named),
      String(reached - named),
      String(controls.length - reached),
      String(checks),
    ];
  });
  return page([
    banner,
    "# The frameworks",
    "Which control a check gives evidence for, and where no check does. A finding, or its absence in a complete coverage, is evidence about a control, as far as the check sees; no number of checks makes anyone compliant.",
    table(
      [
        "Framework",
        "Controls",
        "Named by a check",
        "Reached over another",
        "No evidence",
        "Checks",
      ],
      overview,
    ),
    "A check names CWE, OWASP and ATLAS. What NIST and the EU AI Act ask for is reached over a crosswalk, whose rows each say why (`src/catalog/crosswalk-table.ts`), and a technique of ATLAS over its sub-techniques. Tactics, functions and categories are headings, and are not counted. `pavise checks --control OWASP-LLM04` lists the checks for a control.",
    "What a run as a whole is evidence for, whichever checks were in it:",
    table(
      ["Control", "Because"],
      runServes.map(({ control, because }) => [
        `${control} (${frameworkOf(control)?.controls.find(({ id }) => id === control)?.title ?? ""})`,
        because,
      ]),
    ),
    ...frameworks.flatMap((framework) => section(framework, evidence)),
  ]);
}
