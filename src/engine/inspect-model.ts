import { lstatSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { defaultLimits, type Coverage } from "../core/index.ts";
import type { ModelView } from "../load/view.ts";
import type { Parsed } from "../checks/parse.ts";
import { bytesOf, type ByteSource } from "../formats/bytes/source.ts";
import { now } from "./clock.ts";
import { findingsOf, type Bench, type RawFinding } from "./findings.ts";
import type { Subject } from "./inspect.ts";
import { readAsset } from "./read.ts";
import { runChecks, type Trouble } from "./run-checks.ts";
import type { SearchedFile } from "./search-large.ts";
import type { Toolbox } from "./toolbox.ts";
import { withSource } from "./with-source.ts";

/** Containers in containers that are looked into. */
const maxDepth = 6;
/** Programs of one file that are followed. */
const maxParts = 10_000;

/** What was found in a file that acts when it is loaded. */
export interface ModelInspection {
  readonly findings: readonly RawFinding[];
  readonly troubles: readonly Trouble[];
}

/** Looks for what a file does when it is loaded. Undefined where nothing in it acts. */
export function inspectModel(
  place: SearchedFile & { readonly bytes?: Buffer },
  bench: Bench,
  deadline: number,
): ModelInspection | undefined {
  const { path, kind } = place;
  const isLate = (): boolean => now() > deadline - 1_000;
  const sizeBeside = besides(place.file);
  const maxUnpacked = bench.limits.maxUnpackedBytes;
  const limits = { maxUnpacked, maxDepth, maxParts, isLate, sizeBeside };
  const parse = (source: ByteSource): Parsed | undefined =>
    bench.toolbox.parseModel?.({ kind, path, source, limits });
  const parsed = place.bytes === undefined ? withSource(place, parse) : parse(bytesOf(place.bytes));
  if (parsed === undefined) return undefined;
  const source = { path, kind, text: parsed.text ?? "", parsed };
  const { sightings, troubles } = runChecks(source, bench, { deadline });
  const unread = parsed.problems.map(({ reason, message }) => ({ reason, detail: message }));
  const all = [...troubles, ...unread];
  return {
    findings: findingsOf(source, bench, { sightings, whole: all.length === 0 }),
    troubles: all,
  };
}

/** Of a file that stands for a larger one until Git LFS fetches it: at most as large as this. */
const largestPointer = 1_024;

/** Sizes of the files in the folder of a file: of nothing but files, and not of those yet to be fetched. */
function besides(file: string): (name: string) => number | undefined {
  return (name) => {
    if (name === "" || name !== basename(name)) return undefined;
    try {
      const stat = lstatSync(join(dirname(file), name));
      if (!stat.isFile()) return undefined;
      const isPointer =
        stat.size <= largestPointer &&
        readFileSync(join(dirname(file), name), "latin1").startsWith("version https://git-lfs");
      return isPointer ? undefined : stat.size;
    } catch {
      // There is none, or none that may be seen.
      return undefined;
    }
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

/** The listing of what a file does when it is loaded; undefined where nothing in it acts. */
export function modelListing(subject: Subject, toolbox: Toolbox): ModelView | undefined {
  const { file, path } = subject;
  try {
    const wanted = (): boolean => false;
    const { kind, size } = readAsset(file, { wanted, maxBytes: () => 0 });
    if (toolbox.modelKinds?.has(kind) !== true) return undefined;
    const maxUnpacked = defaultLimits.maxUnpackedBytes;
    const sizeBeside = besides(file);
    const limits = { maxUnpacked, maxDepth, maxParts, isExplained: true, sizeBeside };
    return withSource({ file, size }, (source) =>
      toolbox.parseModel?.({ kind, path, source, limits }),
    )?.views.model;
  } catch {
    // The scan has said that it cannot be read.
    return undefined;
  }
}
