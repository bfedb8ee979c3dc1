import { startsPrograms } from "../../load/folder/programs.ts";
import {
  atLeast,
  severities,
  type FindingDetails,
  type Report,
  type StepDetails,
} from "../../core/index.ts";
import type { FolderPart, Neighbour, PartFinding, SeenMention } from "../../load/folder/view.ts";
import { defineCheck } from "../define.ts";

const maxNamed = 4;
const maxSteps = 8;

/** A file that the loader imports, with what was found in it. */
interface Imported {
  readonly name: string;
  readonly mention: SeenMention;
  /** Undefined where it is not there. */
  readonly file?: { readonly part?: FolderPart };
  /** The module that imports it, where no configuration names it. */
  readonly by?: string;
}

/** True for what the loader would run, wherever it lies. */
function isThere({ kind }: Neighbour): boolean {
  return kind === "file" || kind === "link-outside";
}

/** Everything that is imported on behalf of one file, each once. */
function importedFor(
  part: FolderPart,
  byName: ReadonlyMap<string, FolderPart>,
): readonly Imported[] {
  const folder = part.name.slice(0, part.name.lastIndexOf("/") + 1);
  const imported = new Map<string, Imported>();
  for (const mention of part.mentions) {
    const { role, found, name } = mention;
    if ((role !== "code" && role !== "module") || imported.has(name)) continue;
    if (isThere(found))
      imported.set(name, { name, mention, file: { part: byName.get(folder + name) } });
    else if (role === "code") imported.set(name, { name, mention });
  }
  for (const { name, mention } of imported.values()) {
    if (mention.found.kind !== "file") continue;
    for (const other of mention.found.imports ?? [])
      if (!imported.has(other))
        imported.set(other, {
          name: other,
          mention,
          file: { part: byName.get(folder + other) },
          by: name,
        });
  }
  return [...imported.values()];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, maxNamed).map((name) => `\`${name.slice(0, 80)}\``);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(", ")} and ${more} more`;
  const last = shown.pop();
  return shown.length === 0 ? (last ?? "") : `${shown.join(", ")} and ${last}`;
}

/** `2 high and 1 medium`. */
function counted(seen: readonly Seen[]): string {
  const counts = severities.flatMap((severity) => {
    const count = seen.filter(({ finding }) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  const last = counts.pop();
  return counts.length === 0 ? (last ?? "") : `${counts.join(", ")} and ${last}`;
}

/** What was found in one of them, and which that is. */
interface Seen {
  readonly finding: PartFinding;
  readonly of: Imported;
}

function detailsOf(imported: readonly Imported[]): FindingDetails {
  const there = imported.filter(({ file }) => file !== undefined);
  const named = there.filter(({ by }) => by === undefined);
  const seen = there
    .flatMap((of) => (of.file?.part?.findings?.() ?? []).map((finding) => ({ finding, of })))
    .toSorted((a, b) => rankOf(b) - rankOf(a));
  const isGrave = seen.some(
    ({ finding: { severity, check } }) => atLeast(severity, "high") || startsPrograms.has(check),
  );
  return {
    message: sentencesOf(imported, seen).join("; "),
    severity: named.length === 0 ? "low" : isGrave ? "high" : "medium",
    ...(seen.length === 0 ? {} : { steps: stepsOf(seen) }),
  };
}

function rankOf({ finding }: Seen): number {
  return severities.indexOf(finding.severity);
}

function sentencesOf(imported: readonly Imported[], seen: readonly Seen[]): readonly string[] {
  const there = imported.filter(({ file }) => file !== undefined);
  const named = there.filter(({ by }) => by === undefined);
  const further = there.filter(({ by }) => by !== undefined);
  const missing = imported.filter(({ file }) => file === undefined);
  const unread = there.filter(({ file }) => file?.part === undefined);
  if (named.length === 0)
    return [
      `Loading imports ${names(missing)}`,
      `no such ${missing.length === 1 ? "file is" : "files are"} there`,
    ];
  const them = there.length === 1 ? "it" : "them";
  return [
    `Loading runs ${names(named)} of this folder${further.length === 0 ? "" : `, which ${named.length === 1 ? "imports" : "import"} ${names(further)}`}`,
    ...(seen.length === 0 ? [] : [`the checks found ${counted(seen)} in ${them}`]),
    ...(seen.length === 0 && there.every(({ file }) => file?.part?.findings !== undefined)
      ? [`the checks found nothing in ${them}`]
      : []),
    ...(unread.length === 0 ? [] : [`${names(unread)} ${isOrAre(unread)} not part of the scan`]),
    ...(missing.length === 0 ? [] : [`${names(missing)} ${isOrAre(missing)} not there`]),
  ];
}

function names(list: readonly Imported[]): string {
  return listed(list.map(({ name }) => name));
}

function isOrAre(list: readonly unknown[]): string {
  return list.length === 1 ? "is" : "are";
}

/** From the configuration to what would run. */
function stepsOf(seen: readonly Seen[]): readonly StepDetails[] {
  const [first] = seen;
  if (first === undefined) return [];
  const { mention, by, name } = first.of;
  const further = by === undefined ? "" : `, and \`${name}\` with it`;
  return [
    { where: mention.where, message: `the loader imports it${further}` },
    ...seen.slice(0, maxSteps).map(({ finding: { location, evidence, message, check } }) => ({
      location,
      evidence,
      message: `${message} (${check})`,
    })),
  ];
}

/** What an inference endpoint imports beside a model to serve it (`huggingface_inference_toolkit/handler.py`). */
function isHandler({ name, kind }: FolderPart, byName: ReadonlyMap<string, FolderPart>): boolean {
  const [, folder] = /^(.*\/)?handler\.py$/.exec(name) ?? [];
  if (kind !== "python" || !/(?:^|\/)handler\.py$/.test(name)) return false;
  return ["config.json", "model_index.json", "modules.json", "adapter_config.json"].some((each) =>
    byName.has((folder ?? "") + each),
  );
}

function reportHandler(part: FolderPart, report: Report): void {
  const findings = part.findings?.() ?? [];
  const first = findings.find(
    ({ severity, check }) => atLeast(severity, "high") || startsPrograms.has(check),
  );
  const what = first === undefined ? "" : `: ${first.message} (${first.check})`;
  report(part.where, {
    severity: first === undefined ? "low" : "high",
    message: `Serving the model as an endpoint runs \`${part.name.slice(0, 80)}\`${what}`,
  });
}

/** What MLflow imports of the folder of code that a model brings, where that does harm or is not there. */
function reportLoader(part: FolderPart, parts: readonly FolderPart[], report: Report): void {
  const base = part.name.slice(0, part.name.lastIndexOf("/") + 1);
  for (const { role, name, symbol = "", where } of part.mentions) {
    if (role !== "loader") continue;
    const path = base + name;
    const folder = path.slice(0, path.length - symbol.length);
    const code = parts.filter((each) => each.name.startsWith(folder));
    const shown = `\`${symbol.slice(0, 100)}\``;
    const isRead = code.some(
      (each) =>
        (each.name === `${path}.py` || each.name === `${path}/__init__.py`) &&
        each.findings !== undefined,
    );
    if (!isRead) {
      const message = `Loading imports ${shown}, which is not in the folder of code that was scanned`;
      report(where, { severity: "high", message });
      continue;
    }
    const compiled = code.find((each) => /\.(?:pyc|so|pyd|dll|dylib)$/.test(each.name));
    if (compiled !== undefined) {
      const message = `Loading imports ${shown}, beside which \`${compiled.name.slice(-80)}\` cannot be read`;
      report(where, { severity: "high", message });
      continue;
    }
    const grave = code
      .flatMap((each) => each.findings?.() ?? [])
      .find(({ severity, check }) => atLeast(severity, "high") || startsPrograms.has(check));
    if (grave !== undefined)
      report(where, {
        severity: "high",
        message: `Loading runs ${shown}, and beside it: ${grave.message} (${grave.check})`,
      });
  }
}

export const modelFolderRunsCode = defineCheck({
  meta: {
    id: "model-folder-runs-code",
    code: "PV-MODEL-030",
    title: "Loading the model runs Python files of its folder",
    asset: "folder",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-829", "CWE-94", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0010.003"],
    why: "Whoever loads the model with `trust_remote_code=True` runs what its author wrote into these files, and after the next download what stands there then.",
    mend: "Use a model whose class is part of the library. Else read these files, keep them under review beside the model, and pin the revision that you have read.",
    blind:
      "Whether the loader is told to trust the code; what the files do that no check knows; modules that they import at run time.",
    since: "0.1.0",
    references: ["https://huggingface.co/docs/transformers/custom_models"],
    examples: {
      found: [
        {
          path: "folder.txt",
          code: '== config.json\n{"model_type": "x", "auto_map": {"AutoModel": "modeling_x.XModel"}}\n== modeling_x.py\nimport torch\n',
        },
      ],
      clean: [
        {
          path: "folder.txt",
          code: '== config.json\n{"model_type": "bert", "architectures": ["BertModel"]}\n== modeling_x.py\nimport torch\n',
        },
      ],
    },
  },
  run: ({ parts }, report) => {
    const byName = new Map(parts.map((part) => [part.name, part]));
    for (const part of parts) if (isHandler(part, byName)) reportHandler(part, report);
    for (const part of parts) {
      if (part.mentions.length === 0) continue;
      reportLoader(part, parts, report);
      const imported = importedFor(part, byName);
      const [first] = imported;
      if (first !== undefined) report(first.mention.where, detailsOf(imported));
      for (const { role, found, name, symbol, where } of part.mentions) {
        if (role !== "module" || isThere(found)) continue;
        const named = `${name.replace(/\.py$/, "").replaceAll("/", ".")}.${symbol}`;
        const message = `Loading imports \`${named.slice(0, 100)}\` by its name`;
        report(where, { severity: "high", message });
      }
    }
  },
});
