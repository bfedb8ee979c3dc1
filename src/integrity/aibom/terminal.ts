import type { Bill } from "./bill.ts";
import { mainDigest } from "./identity.ts";
import { licenseText } from "./licenses.ts";
import { countStates, type ElementReport, type ElementState, type Profile } from "./profile.ts";

/** Gives a text a style of `node:util`, or leaves it as it is. */
export type Paint = (style: "bold" | "dim" | "green" | "red" | "yellow", text: string) => string;

const shownItems = 12;

function lineOf(text: string | undefined, longest = 100): string | undefined {
  const line = text?.replace(/\s+/g, " ");
  return line !== undefined && line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

function listed(items: readonly string[]): string | undefined {
  if (items.length === 0) return undefined;
  const more = items.length - shownItems;
  const shown = items.slice(0, shownItems).join(", ");
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** A bill for a reader: what is known of the model, a line for each thing. */
export function renderBill(bill: Bill, paint: Paint): string {
  const { files, moreFiles, metrics, references, hyperparameters } = bill;
  const digest = mainDigest(bill);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["version", bill.version],
    ["producer", bill.supplier],
    ["description", lineOf(bill.description)],
    ["licence", bill.license === undefined ? undefined : licenseText(bill.license)],
    ["task", bill.task],
    ["kind", listed([bill.family, bill.architecture].filter((each) => each !== undefined))],
    ["identifier", bill.purl],
    ["digest", `sha256:${digest.sha256}  of ${digest.of}`],
    ["root", digest.sha256 === bill.root ? undefined : `sha256:${bill.root}  of all files`],
    [
      "files",
      `${files.length + moreFiles}, ${files.filter(({ role }) => role === "weights").length} of weights`,
    ],
    [
      "numbers",
      bill.properties.find(({ name }) => /^(?:safetensors|gguf):elements$/.test(name))?.value,
    ],
    ["made from", listed(bill.baseModels.map(({ name, relation }) => `${name} (${relation})`))],
    ["data", listed(bill.datasets.map(({ name, uses }) => `${name} (${uses.join(", ")})`))],
    ["measured", listed(metrics.map(({ type, value }) => `${type} ${value}`))],
    ["settings", listed(hyperparameters.map(({ name, value }) => `${name} ${value}`))],
    [
      "packages",
      listed(
        bill.dependencies.map(({ name, version }) =>
          version === undefined ? name : `${name} ${version}`,
        ),
      ),
    ],
    ["references", listed(references.map(({ kind, url }) => `${kind} ${url}`))],
  ];
  const lines = [paint("bold", bill.name)];
  for (const [label, value] of rows)
    lines.push(
      value === undefined
        ? paint("dim", `  ${label.padEnd(12)} –`)
        : `  ${paint("dim", label.padEnd(12))} ${value}`,
    );
  for (const warning of bill.warnings)
    lines.push(`  ${paint("yellow", "warning")}      ${warning}`);
  return `${lines.join("\n")}\n`;
}

const marks: Readonly<Record<ElementState, readonly [Parameters<Paint>[0], string]>> = {
  present: ["green", "✔"],
  missing: ["red", "✘"],
  person: ["yellow", "?"],
};

/** How a bill stands in a profile, by cluster. */
export function renderProfile(
  reports: readonly ElementReport[],
  { profile, paint }: { readonly profile: Profile; readonly paint: Paint },
): string {
  const lines = [paint("bold", profile.title)];
  for (const { name } of profile.clusters) {
    const own = reports.filter(({ cluster }) => cluster === name);
    const present = own.filter(({ state }) => state === "present").length;
    lines.push("", `${paint("bold", name)}  ${present} of ${own.length}`);
    for (const { name: element, state, note } of own) {
      const [style, mark] = marks[state];
      lines.push(
        `  ${paint(style, mark)} ${element.padEnd(33)} ${paint("dim", lineOf(note) ?? "")}`,
      );
    }
  }
  const { present, missing, person } = countStates(reports);
  lines.push("", `${present} present, ${missing} missing, ${person} for a person to say`);
  return `${lines.join("\n")}\n`;
}
