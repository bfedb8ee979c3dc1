import { severities, type FindingDetails, type StepDetails } from "../../core/index.ts";
import type { FolderPart, FolderView, PartFinding, SeenMention } from "../../load/folder/view.ts";
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

/** Everything that is imported on behalf of one file, each once. */
function importedFor({ parts }: FolderView, part: FolderPart): readonly Imported[] {
  const byName = new Map(parts.map((each) => [each.name, each]));
  const folder = part.name.slice(0, part.name.lastIndexOf("/") + 1);
  const imported = new Map<string, Imported>();
  for (const mention of part.mentions) {
    const { role, found, name, isOptional } = mention;
    if (role !== "code" || imported.has(name)) continue;
    if (found.kind !== "file") {
      if (isOptional !== true) imported.set(name, { name, mention });
      continue;
    }
    imported.set(name, { name, mention, file: { part: byName.get(folder + name) } });
  }
  for (const { name, mention } of [...imported.values()]) {
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

/** `2 high, 1 medium`. */
function counted(findings: readonly PartFinding[]): string {
  const counts = severities.toReversed().flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  return counts.join(", ");
}

function detailsOf(imported: readonly Imported[]): FindingDetails {
  const there = imported.filter(({ file }) => file !== undefined);
  const named = there.filter(({ by }) => by === undefined);
  const further = there.filter(({ by }) => by !== undefined);
  const missing = imported.filter(({ file }) => file === undefined);
  const unread = there.filter(({ file }) => file?.part === undefined);
  const findings = there
    .flatMap(({ file }) => file?.part?.findings() ?? [])
    .toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
  const names = (list: readonly Imported[]): string => listed(list.map(({ name }) => name));
  const is = (list: readonly Imported[]): string => (list.length === 1 ? "is" : "are");
  const sentences = [
    ...(named.length === 0
      ? [`Loading imports ${names(missing)}`]
      : [
          `Loading runs ${names(named)}${further.length === 0 ? "" : `, with ${names(further)}, of this folder`}`,
        ]),
    ...(findings.length > 0 ? [`the checks found ${counted(findings)} there`] : []),
    ...(unread.length > 0 ? [`${names(unread)} ${is(unread)} left out of the scan`] : []),
    ...(missing.length > 0
      ? [`${named.length === 0 ? "no such file is" : `${names(missing)} ${is(missing)} not`} there`]
      : []),
    ...(findings.length === 0 && there.length > unread.length
      ? ["the checks found nothing in it"]
      : []),
  ];
  const grave = findings.some(({ severity }) => severity === "high" || severity === "critical");
  return {
    message: sentences.join("; "),
    severity: named.length === 0 ? "low" : grave ? "high" : "medium",
    ...(findings.length === 0 ? {} : { steps: stepsOf(imported[0]!, findings) }),
  };
}

/** From the configuration to what would run. */
function stepsOf(
  { mention }: Imported,
  findings: readonly PartFinding[],
): readonly StepDetails[] {
  return [
    { where: mention.where, message: "the loader imports it" },
    ...findings
      .slice(0, maxSteps)
      .map(({ location, message, evidence, check }) => ({
        location,
        evidence,
        message: `${message} (${check})`,
      })),
  ];
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
  run: (view, report) => {
    for (const part of view.parts) {
      const imported = importedFor(view, part);
      const [first] = imported;
      if (first !== undefined) report(first.mention.where, detailsOf(imported));
      if (part.word?.layout !== "sentence-transformers") continue;
      // What is no file of the folder is imported by its name, whatever it is.
      for (const mention of part.mentions)
        if (mention.role === "code" && mention.found.kind !== "file") {
          const named = `${mention.name.replace(/\.py$/, "").replaceAll("/", ".")}.${mention.symbol}`;
          const message = `Loading imports \`${named.slice(0, 100)}\` by its name`;
          report(mention.where, { severity: "high", message });
        }
    }
  },
});
