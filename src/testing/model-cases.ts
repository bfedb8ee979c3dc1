import type { AnyCheck } from "../checks/define.ts";
import { parseModel } from "../checks/parse-model.ts";
import type { AssetKind, FindingDetails, Report } from "../core/index.ts";
import { bytesOf } from "../formats/bytes/source.ts";

const limits = { maxUnpacked: 64 * 1024 * 1024, maxDepth: 6, maxParts: 1_000 };

/** One thing that a check said of a model file, with the line of the listing that shows it. */
export interface ModelFinding {
  readonly message: string;
  readonly line: string;
  readonly details: FindingDetails;
}

/** Runs one check on the bytes of a model file, without the engine. */
export function runModelCheck(
  check: AnyCheck,
  bytes: Buffer,
  { kind = "pickle", path = "model.pkl" }: { kind?: AssetKind; path?: string } = {},
): readonly ModelFinding[] {
  const parsed = parseModel({ kind, path, source: bytesOf(bytes), limits });
  const view = parsed?.views.model;
  if (view === undefined) return [];
  const found: ModelFinding[] = [];
  const report: Report = (where, details = {}) => {
    const line = view.text.slice(where.start, where.end);
    found.push({ message: details.message ?? check.meta.title, line, details });
  };
  (check.run as (view: unknown, report: Report) => void)(view, report);
  return found;
}

/** What a check says of a pickle of protocol 0, which is text. */
export function modelFindings(check: AnyCheck, code: string): readonly string[] {
  return runModelCheck(check, Buffer.from(code, "latin1")).map(({ message }) => message);
}
