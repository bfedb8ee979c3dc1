import { control, withCrosswalk } from "../../src/catalog/index.ts";
import type { CheckMeta, Example } from "../../src/core/index.ts";
import { redact } from "../../src/detect/redact.ts";
import { banner, fenced, page, table } from "./markdown.ts";
import type { Documented } from "./sources.ts";

/** What a check reads, for a person. */
export const assetNames: Readonly<Record<string, string>> = {
  python: "Python: files and what the first line or the content says is Python",
  command: "programs that are started: shell, Dockerfile, compose, Kubernetes, CI, Python",
  text: "every text file, members of archives, and the history of a repository (`--history`)",
  setting: "settings: YAML, TOML, INI, JSON, dotenv",
  pipeline:
    "pipelines and images: GitHub Actions, GitLab CI, Azure Pipelines, Jenkinsfile, Dockerfile, Compose",
  notebook: "notebooks: what their cells, outputs and metadata store",
  model: "model files: what they do when they are loaded, read without loading them",
  folder:
    "the files of a model as a whole: configurations, weights, code, and what they say of one another",
  suppression: "comments that suppress a finding, and `allow` in `pavise.yaml`",
};

const audienceNames: Readonly<Record<CheckMeta["audience"], string>> = {
  default: "default: everyone",
  pedantic: "pedantic: those who want hygiene too (`--audience pedantic`)",
  audit: "audit: a reviewer who visits every place by hand (`--audience audit`)",
};

const languages: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[/.])(?:dockerfile|containerfile)/i, "dockerfile"],
  [/\.ya?ml$/, "yaml"],
  [/\.(?:json|ipynb)$/, "json"],
  [/\.toml$/, "toml"],
  [/\.(?:ini|cfg)$/, "ini"],
  [/(?:^|\/)\.env|\.env$/, "sh"],
  [/\.sh$/, "sh"],
  [/\.py$/, "python"],
  [/(?:^|\/)jenkinsfile/i, "groovy"],
];

function languageOf(path: string): string {
  return languages.find(([pattern]) => pattern.test(path))?.[1] ?? "";
}

/** An alias with the tool whose name it is. */
function alias(name: string): string {
  if (/^B\d{3}$/.test(name)) return `\`${name}\` (Bandit)`;
  if (/^S\d{3}$/.test(name)) return `\`${name}\` (ruff)`;
  if (/^CKV2?_/.test(name)) return `\`${name}\` (Checkov)`;
  if (/^DL\d{4}$/.test(name)) return `\`${name}\` (hadolint)`;
  return `\`${name}\``;
}

/** Names that say nothing but that the file is Python. */
const plainNames = new Set(["a.py", "example.py"]);

/** Secrets are hidden on the pages too, or every scanner would find them there. */
function shown({ asset }: CheckMeta, list: readonly Example[]): readonly Example[] {
  if (asset !== "text") return list;
  return list.map((example) => ({ ...example, code: redact(example.code) }));
}

function examples(list: readonly Example[], usual: string): string {
  return list
    .map(({ path, code }) => {
      const isPlain = path === undefined || plainNames.has(path);
      const named = isPlain ? "" : `\`${path}\`:\n\n`;
      return named + fenced(languageOf(path ?? usual), code);
    })
    .join("\n\n");
}

function controlLine(id: string): string {
  const known = control(id);
  if (known === undefined) return `- ${id}`;
  const name = known.url === undefined ? id : `[${id}](${known.url})`;
  return `- ${name}: ${known.title}`;
}

function reference(text: string): string {
  const url = /^CVE-\d{4}-\d+$/.test(text) ? `https://nvd.nist.gov/vuln/detail/${text}` : undefined;
  if (url !== undefined) return `- [${text}](${url})`;
  return /^https?:\/\/\S+$/.test(text) ? `- <${text}>` : `- ${text}`;
}

function section(title: string, ...parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter((part) => part !== undefined && part !== "");
  return said.length === 0 ? undefined : [`## ${title}`, ...said].join("\n\n");
}

function allowing(meta: CheckMeta): string | undefined {
  // A permission cannot be permitted; these are mended where they are reported.
  if (meta.asset === "suppression") return undefined;
  const comment = fenced("", `# pavise: allow ${meta.id} -- <why it is safe here>`);
  const config = fenced(
    "yaml",
    `allow:\n  - check: ${meta.id}\n    path: <file or folder>\n    reason: <why it is safe there>\n    until: <last day, if there is one>`,
  );
  return section(
    "Accept a finding",
    "In a comment behind the code or alone on the line above it:",
    comment,
    "or in `pavise.yaml`, which is the way for files that have no comments:",
    config,
  );
}

/** The page of one check. */
export function checkPage({ meta, source }: Documented): string {
  const usual = meta.asset === "python" ? "example.py" : "";
  const named = new Set(meta.controls);
  const further = withCrosswalk(meta.controls).filter((id) => !named.has(id));
  const facts = [
    ["Severity", meta.severity],
    ["Confidence", meta.confidence],
    ["Audience", audienceNames[meta.audience]],
    ["Reads", assetNames[meta.asset] ?? meta.asset],
    ...(meta.aliases.length === 0 ? [] : [["Also known as", meta.aliases.map(alias).join(", ")]]),
    ["Since", meta.since],
    ["Source", `[${source}](../../${source})`],
  ];
  return page([
    banner,
    `# ${meta.title}`,
    table(["`" + meta.id + "`", meta.code], facts),
    "Severity, confidence and audience are those of most findings; a finding has its own where the check can tell more from the place.",
    section("Why", meta.why),
    section("Mend", meta.mend),
    section("What it does not see", meta.blind),
    section("Found", examples(shown(meta, meta.examples.found), usual)),
    section("Not found", examples(shown(meta, meta.examples.clean), usual)),
    section(
      "Evidence for",
      meta.controls.map(controlLine).join("\n"),
      further.length === 0
        ? undefined
        : `Also evidence for, over the [crosswalk](../frameworks.md):\n\n${further.map(controlLine).join("\n")}`,
    ),
    allowing(meta),
    section("References", (meta.references ?? []).map(reference).join("\n")),
  ]);
}
