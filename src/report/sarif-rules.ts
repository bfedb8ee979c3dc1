import {
  mendTargets,
  type Confidence,
  type Finding,
  type Run,
  type RunCheck,
  type Severity,
} from "../core/index.ts";
import { cweNumber, shownControls } from "./controls.ts";
import { pasteLanguage, pasteWords } from "./paste.ts";

/** What GitHub takes of one rule; the rest of a longer list would reject the file. */
const maxTags = 20;

/** SARIF knows three levels; `info` is a note like `low`, and told apart by its score. */
export const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  info: "note",
};

/** GitHub's scale: above 9.0 critical, from 7.0 high, from 4.0 medium, above 0 low. */
const securitySeverities: Readonly<Record<Severity, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "3.0",
  info: "1.0",
};

const precisions: Readonly<Record<Confidence, string>> = {
  high: "high",
  medium: "medium",
  low: "low",
};

/** Everything that SARIF says of the checks: rules with their places, and the CWE taxonomy. */
export interface Rules {
  readonly rules: readonly object[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly taxonomies: readonly object[];
}

/** Makes the rules of all checks that report something. */
export function rulesOf(run: Run, findings: Iterable<Finding>): Rules {
  const metas = new Map<string, Omit<RunCheck, "since">>(run.checks.map((meta) => [meta.id, meta]));
  // A run whose `checks` lack one that reports is still told in full.
  for (const finding of findings) {
    if (metas.has(finding.check)) continue;
    metas.set(finding.check, { ...finding, id: finding.check, why: "" });
  }
  const checks = [...metas.values()];
  const cwes = cweTaxa(checks);
  const cweIndex = new Map(cwes.map(({ id }, index) => [id, index]));
  return {
    rules: checks.map((meta) => ruleOf(meta, cweIndex)),
    indexOf: new Map(checks.map(({ id }, index) => [id, index])),
    taxonomies: cwes.length === 0 ? [] : [cweTaxonomy(cwes)],
  };
}

function ruleOf(meta: Omit<RunCheck, "since">, cweIndex: ReadonlyMap<string, number>): object {
  const controls = shownControls(meta.controls);
  const cwes = meta.controls.map(cweNumber).filter((number) => number !== undefined);
  const url = meta.references?.find(isWebAddress) ?? controls.find(({ url }) => url)?.url;
  return {
    id: meta.id,
    name: pascalCase(meta.id),
    shortDescription: { text: sentence(meta.title) },
    fullDescription: { text: sentence(meta.why || meta.title) },
    defaultConfiguration: { level: levels[meta.severity] },
    help: { text: helpText(meta), markdown: helpMarkdown(meta, controls) },
    ...(url !== undefined && isWebAddress(url) && { helpUri: url }),
    ...(cwes.length > 0 && {
      relationships: cwes.map((id) => ({
        target: { id, index: cweIndex.get(id) ?? -1, toolComponent: { name: "CWE", index: 0 } },
        kinds: ["superset"],
      })),
    }),
    properties: {
      tags: tagsOf(meta, cwes),
      precision: precisions[meta.confidence],
      "security-severity": securitySeverities[meta.severity],
      "problem.severity":
        levels[meta.severity] === "note" ? "recommendation" : levels[meta.severity],
      code: meta.code,
      aliases: meta.aliases,
      controls: meta.controls,
    },
  };
}

function tagsOf(meta: Omit<RunCheck, "since">, cwes: readonly string[]): string[] {
  // GitHub reads the weakness from a tag of this form; numbers have at least three digits there.
  const weaknesses = cwes.map((number) => `external/cwe/cwe-${number.padStart(3, "0")}`);
  const others = meta.controls.filter((id) => cweNumber(id) === undefined);
  return [...new Set(["security", ...weaknesses, ...others])].slice(0, maxTags);
}

function helpText(meta: Omit<RunCheck, "since">): string {
  const parts = [meta.why, `Mend: ${meta.mend}`];
  if (meta.blind) parts.push(`Not seen: ${meta.blind}`);
  if (meta.aliases.length > 0) parts.push(`Also known as: ${meta.aliases.join(", ")}`);
  if (meta.controls.length > 0) parts.push(`Controls: ${meta.controls.join(", ")}`);
  if (meta.references?.length) parts.push(`References:\n${meta.references.join("\n")}`);
  return parts
    .filter((part) => part !== "")
    .join("\n\n")
    .toWellFormed();
}

function helpMarkdown(
  meta: Omit<RunCheck, "since">,
  controls: ReturnType<typeof shownControls>,
): string {
  const parts = [`# ${meta.title}`, meta.why, `## How to mend it\n\n${meta.mend}`];
  for (const into of mendTargets) {
    const code = meta.mends?.[into];
    // A fence is longer than any run of backticks within.
    const fence = "`".repeat(
      Math.max(3, ...[...(code ?? "").matchAll(/`+/g)].map(([run]) => run.length + 1)),
    );
    if (code !== undefined)
      parts.push(`### ${pasteWords[into]}\n\n${fence}${pasteLanguage[into]}\n${code}\n${fence}`);
  }
  if (meta.blind) parts.push(`## What the check does not see\n\n${meta.blind}`);
  if (controls.length > 0) {
    const items = controls.map(({ id, title, url }) => {
      const name = url === undefined ? id : `[${id}](${url})`;
      return title === "" ? `- ${name}` : `- ${name}: ${title}`;
    });
    parts.push(`## Controls\n\n${items.join("\n")}`);
  }
  if (meta.references?.length) {
    const items = meta.references.map((text) => (isWebAddress(text) ? `- <${text}>` : `- ${text}`));
    parts.push(`## References\n\n${items.join("\n")}`);
  }
  const names = [`\`${meta.id}\``, `\`${meta.code}\``, ...meta.aliases.map((id) => `\`${id}\``)];
  parts.push(`Check ${names.join(" · ")}`);
  return parts
    .filter((part) => part !== "")
    .join("\n\n")
    .toWellFormed();
}

function cweTaxa(checks: readonly Pick<RunCheck, "controls">[]): { id: string; text: string }[] {
  const taxa = new Map<string, string>();
  for (const { id, title } of checks.flatMap((check) => shownControls(check.controls))) {
    const number = cweNumber(id);
    if (number !== undefined) taxa.set(number, title || id);
  }
  return [...taxa].sort(([a], [b]) => Number(a) - Number(b)).map(([id, text]) => ({ id, text }));
}

function cweTaxonomy(taxa: readonly { id: string; text: string }[]): object {
  return {
    name: "CWE",
    organization: "MITRE",
    shortDescription: { text: "The MITRE Common Weakness Enumeration." },
    informationUri: "https://cwe.mitre.org/data/index.html",
    isComprehensive: false,
    taxa: taxa.map(({ id, text }) => ({
      id,
      shortDescription: { text: sentence(text) },
      helpUri: `https://cwe.mitre.org/data/definitions/${id}.html`,
    })),
  };
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[!-~]+$/.test(text) && URL.canParse(text);
}

function sentence(text: string): string {
  const whole = text.toWellFormed().trim();
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

function pascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}
