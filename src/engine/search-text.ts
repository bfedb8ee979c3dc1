import type { AssetKind, Span } from "../core/index.ts";
import { findingsOf, type Bench, type RawFinding } from "./findings.ts";
import { runChecks, type Trouble } from "./run-checks.ts";
import type { Sighting } from "./suppress.ts";

/** A text that is searched but not parsed: part of a large file, a member of an archive. */
export interface SearchedText {
  readonly path: string;
  readonly text: string;
  /** Lines of the file before this part. */
  readonly linesBefore: number;
  readonly deadline: number;
  /** Says of each thing that was seen whether it becomes a finding. */
  readonly keep?: (sighting: Sighting) => boolean;
}

/** Kinds of members and large files that are text. */
export function isTextKind(kind: AssetKind, bench: Bench): boolean {
  const { kindsWithViews } = bench.toolbox;
  return kindsWithViews.has("text") && (kindsWithViews.has(kind) || kind === "notebook");
}

/** Runs the checks of any text on a text. */
export function searchText(
  { path, text, linesBefore, deadline, keep }: SearchedText,
  bench: Bench,
): { readonly findings: readonly RawFinding[]; readonly troubles: readonly Trouble[] } {
  const whole = bench.toolbox.parseAsset({
    kind: "text",
    path,
    text,
    isOurs: bench.isOurs,
    models: bench.models,
  });
  const { lines } = whole;
  const locate = (where: Span): RawFinding["location"] => ({
    path,
    line: linesBefore + lines.lineAt(where.start),
    column: lines.columnAt(where.start),
    endLine: linesBefore + lines.lineAt(where.end),
    endColumn: lines.columnAt(where.end),
  });
  const parsed = { ...whole, locate };
  const source = { path, kind: "text" as const, text, parsed };
  const { sightings: seen, troubles } = runChecks(source, bench, { deadline });
  const sightings = keep === undefined ? seen : seen.filter(keep);
  const findings = findingsOf(source, bench, { sightings, whole: true }).map((finding) =>
    finding.snippet === undefined
      ? finding
      : {
          ...finding,
          snippet: {
            ...finding.snippet,
            startLine: finding.snippet.startLine + linesBefore,
          },
        },
  );
  return { findings, troubles };
}
