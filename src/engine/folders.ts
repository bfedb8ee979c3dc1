import { basename, dirname } from "node:path";
import { atLeast } from "../core/index.ts";
import { startsPrograms } from "../load/folder/programs.ts";
import type { FolderFacts, FolderFile, PartFinding } from "../load/folder/view.ts";
import { isWeightsName } from "../load/folder/weights.ts";
import type { Layout } from "../load/folder/word.ts";
import { now } from "./clock.ts";
import { findingsOf, type Bench, type RawFinding } from "./findings.ts";
import type { Inspection, Subject } from "./inspect.ts";
import { lookBeside } from "./neighbours.ts";
import { runChecks } from "./run-checks.ts";

/** The files of a scan with what was found in each by itself. */
interface Given {
  readonly subjects: readonly Subject[];
  readonly inspections: readonly Inspection[];
  /** True where the files were only listed, and no check has looked at them. */
  readonly isListing?: boolean;
}

/** A file with what was found in it. */
interface Known {
  readonly subject: Subject;
  readonly inspection: Inspection;
}

/** Files that say of the folders below theirs that they are parts of the same model. */
const composites = /^(?:model_index\.json|modules\.json|MLmodel)$/i;
const composite: ReadonlySet<Layout> = new Set(["diffusers", "sentence-transformers", "mlflow"]);

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** The folders that are models, each with the folders that belong to it. */
function modelFolders({ inspections }: Given): {
  readonly plain: ReadonlySet<string>;
  readonly wholes: ReadonlySet<string>;
} {
  const plain = new Set<string>();
  const wholes = new Set<string>();
  const pickles = new Set<string>();
  const safe = new Set<string>();
  for (const { coverage, word } of inspections) {
    if (coverage.kind === "safetensors") safe.add(folderOf(coverage.path));
    if (word === undefined) continue;
    const folder = folderOf(coverage.path);
    if (word.isPickle === true && isWeightsName(coverage.path)) pickles.add(folder);
    if (word.layout === undefined && word.mentions.length === 0) continue;
    plain.add(folder);
    const isWhole = word.layout !== undefined && composite.has(word.layout);
    if (isWhole && composites.test(basename(coverage.path))) wholes.add(folder);
  }
  for (const folder of pickles) if (safe.has(folder)) plain.add(folder);
  return { plain, wholes };
}

/** The outermost folder that says that this one is a part of it; itself where none does. */
function wholeOf(folder: string, wholes: ReadonlySet<string>): string {
  if (wholes.size === 0) return folder;
  if (wholes.has("")) return "";
  for (let at = folder.indexOf("/"); at >= 0; at = folder.indexOf("/", at + 1))
    if (wholes.has(folder.slice(0, at))) return folder.slice(0, at);
  return folder;
}

/** What a loader may look at; pictures and texts beside a model are left out. */
function isPart({ coverage, word }: Inspection): boolean {
  return (
    word !== undefined ||
    coverage.kind === "python" ||
    coverage.kind === "safetensors" ||
    coverage.kind === "gguf" ||
    coverage.kind === "hdf5" ||
    isWeightsName(coverage.path) ||
    /\.(?:pyc|so|so\.[\d.]{1,20}|dll|dylib|pyd|onnx|data)$/.test(coverage.path)
  );
}

/** The models among the files of a scan, each with its parts. No file is opened for that. */
export function foldersOf(given: Given, bench: Pick<Bench, "registry">): readonly FolderFacts[] {
  const { isListing = false } = given;
  const { plain, wholes } = modelFolders(given);
  if (plain.size === 0) return [];
  const subjects = new Map(given.subjects.map((subject) => [subject.index, subject]));
  const byFolder = new Map<string, Known[]>();
  for (const inspection of given.inspections) {
    if (!isPart(inspection)) continue;
    const subject = subjects.get(inspection.index);
    if (subject === undefined) continue;
    const own = folderOf(subject.path);
    const folder = wholeOf(own, wholes);
    if (!plain.has(folder)) continue;
    const list = byFolder.get(folder) ?? [];
    byFolder.set(folder, list);
    list.push({ subject, inspection });
  }
  return [...byFolder].map(([folder, files]) => factsOf(folder, { files, bench, isListing }));
}

function factsOf(
  folder: string,
  {
    files,
    bench,
    isListing,
  }: {
    readonly files: readonly Known[];
    readonly bench: Pick<Bench, "registry">;
    readonly isListing: boolean;
  },
): FolderFacts {
  const prefix = folder === "" ? "" : `${folder}/`;
  const places = new Map<FolderFile, string>();
  const parts = files
    .toSorted((a, b) => a.subject.index - b.subject.index)
    .map(({ subject, inspection }): FolderFile => {
      const { kind, size } = inspection.coverage;
      const { path, file } = subject;
      const part = {
        name: path.slice(prefix.length),
        path,
        kind,
        size,
        word: inspection.word,
        ...(isListing ? {} : { findings: () => partFindings(inspection.findings, bench) }),
      };
      places.set(part, dirname(file));
      return part;
    });
  const look: FolderFacts["look"] = (from, mention) => lookBeside(places.get(from)!, mention);
  return { path: folder === "" ? "." : folder, files: parts, look };
}

/** What counts of what was found in a file. */
function partFindings(
  findings: readonly RawFinding[],
  { registry }: Pick<Bench, "registry">,
): readonly PartFinding[] {
  return findings.flatMap(({ check, details, location, evidence, suppression }) => {
    const meta = registry.metas[check];
    if (meta === undefined || suppression !== undefined) return [];
    const severity = details?.severity ?? meta.severity;
    const isShown = (details?.audience ?? meta.audience) === "default" && atLeast(severity, "low");
    if (!isShown && !startsPrograms.has(meta.id)) return [];
    return [
      { check: meta.id, severity, message: details?.message ?? meta.title, location, evidence },
    ];
  });
}

/** What the checks of folders say, by the path of the file that it is about. */
export interface FolderFindings {
  readonly byPath: ReadonlyMap<string, readonly RawFinding[]>;
  readonly problems: readonly string[];
}

/** Looks at each model as a whole, now that each of its files was looked at by itself. */
export function inspectFolders(given: Given, bench: Bench): FolderFindings {
  const { toolbox, limits } = bench;
  const byPath = new Map<string, RawFinding[]>();
  const problems: string[] = [];
  if (toolbox.parseFolder === undefined) return { byPath, problems };
  for (const facts of foldersOf(given, bench)) {
    const parsed = toolbox.parseFolder(facts);
    const { path } = facts;
    const source = { path, kind: "directory" as const, text: parsed.text ?? "", parsed };
    const deadline = now() + limits.fileTimeoutMs;
    const { sightings, troubles } = runChecks(source, bench, { deadline });
    problems.push(...troubles.map(({ detail }) => `${path}: ${detail}`));
    const found = findingsOf(source, bench, { sightings, whole: troubles.length === 0 });
    for (const finding of found) {
      const list = byPath.get(finding.location.path) ?? [];
      byPath.set(finding.location.path, list);
      list.push(finding);
    }
  }
  return { byPath, problems };
}
