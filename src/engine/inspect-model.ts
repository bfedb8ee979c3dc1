import { dirname } from "node:path";
import { defaultLimits, type AssetKind, type Coverage } from "../core/index.ts";
import type { ModelView } from "../load/view.ts";
import type { Word } from "../load/folder/word.ts";
import type { Parsed } from "../checks/parse.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import { now } from "./clock.ts";
import { noModels } from "../flow/models.ts";
import { decode } from "./decode.ts";
import { findingsOf, type Bench, type RawFinding, type Source } from "./findings.ts";
import type { Subject } from "./inspect.ts";
import { readAsset } from "./read.ts";
import { lookBeside } from "./neighbours.ts";
import { placed } from "./placed.ts";
import { runChecks, type Trouble } from "./run-checks.ts";
import type { SearchedFile } from "./search-large.ts";
import { withSource } from "./with-source.ts";

/** Containers in containers that are looked into. */
const maxDepth = 6;
/** Programs of one file that are followed. */
const maxParts = 10_000;

/** What was found in a file that acts when it is loaded. */
export interface ModelInspection {
  readonly findings: readonly RawFinding[];
  readonly troubles: readonly Trouble[];
  readonly word?: Word;
}

/** Looks for what a file does when it is loaded. Undefined where nothing in it acts. */
export function inspectModel(
  place: SearchedFile,
  bench: Bench,
  deadline: number,
): ModelInspection | undefined {
  const { path, kind } = place;
  const isLate = (): boolean => now() > deadline - 1_000;
  const sizeBeside = besides(place.file);
  const { limits: most, ownNames: own } = bench;
  const maxUnpacked = most.maxUnpackedBytes;
  const limits = { maxUnpacked, maxDepth, maxParts, isLate, own, sizeBeside };
  const parse = (source: ByteSource): Parsed | undefined =>
    bench.toolbox.parseModel?.({ kind, path, source, limits });
  const parsed = withSource(place, parse);
  if (parsed === undefined) return undefined;
  const source = { path, kind, text: parsed.text ?? "", parsed };
  const { sightings, troubles } = runChecks(source, bench, { deadline });
  const unread = parsed.problems.map(({ reason, message }) => ({ reason, detail: message }));
  const all = [...troubles, ...unread];
  return {
    findings: findingsOf(source, bench, { sightings, whole: all.length === 0 }),
    troubles: all,
    word: wordIn(parsed, source),
  };
}

/** Sizes of the files in the folder of a file; of those that Git LFS is yet to fetch as well. */
function besides(file: string): (name: string) => number | undefined {
  return (name) => {
    const found = lookBeside(dirname(file), { role: "data", key: "weights", name });
    return found.kind === "file" || found.kind === "link-outside" ? found.size : undefined;
  };
}

/** The coverage of a file that was looked at both as an archive and as a model. */
export function joined(
  archive: Pick<Coverage, "status" | "reason" | "detail">,
  model: ModelInspection | undefined,
): Pick<Coverage, "status" | "reason" | "detail"> {
  if (model === undefined || archive.status === "failed") return archive;
  const [trouble] = model.troubles;
  if (trouble !== undefined) return { status: "failed", ...trouble };
  return archive.status === "skipped" ? { status: "checked" } : archive;
}

/** A file as it is listed: what it is, what it does when it is loaded, what it says of its folder. */
export interface ListedFile {
  readonly subject: Subject;
  readonly kind: AssetKind;
  readonly size: number;
  /** Undefined where nothing in it acts. */
  readonly view?: ModelView;
  readonly word?: Word;
}

/** JSON and YAML that say what a folder holds. */
const configurations = /(?:\.json|(?:^|\/)MLmodel)$/i;

/** Lists a file for who wants to see what it does; undefined where it cannot be read. */
export function listFile(
  subject: Subject,
  { toolbox, ownNames: own }: Pick<Bench, "toolbox" | "ownNames">,
): ListedFile | undefined {
  const { file, path } = subject;
  const wanted = (found: AssetKind): boolean =>
    (found === "json" || found === "yaml") && configurations.test(path);
  try {
    const maxBytes = (): number => defaultLimits.maxTextBytes;
    const { kind, size, bytes } = readAsset(file, { wanted, maxBytes });
    const about = { subject, kind, size };
    if (bytes !== undefined) {
      const text = decode(bytes, kind).text;
      const isOurs = (): boolean => false;
      const parsed = toolbox.parseAsset({ kind, path, text, isOurs, models: noModels });
      return { ...about, word: wordIn(parsed, { path, kind, text }) };
    }
    if (toolbox.modelKinds?.has(kind) !== true) return about;
    const maxUnpacked = defaultLimits.maxUnpackedBytes;
    const sizeBeside = besides(file);
    const limits = { maxUnpacked, maxDepth, maxParts, isExplained: true, own, sizeBeside };
    const parsed = withSource({ file, size }, (source) =>
      toolbox.parseModel?.({ kind, path, source, limits }),
    );
    if (parsed === undefined) return about;
    const word = wordIn(parsed, { path, kind, text: parsed.text ?? "" });
    return { ...about, view: parsed.views.model, word };
  } catch {
    // The scan has said that it cannot be read.
    return undefined;
  }
}

function wordIn(parsed: Parsed, about: Omit<Source, "parsed">): Word | undefined {
  return parsed.word === undefined ? undefined : placed(parsed.word, { ...about, parsed });
}
