import type { AssetKind } from "./asset.ts";

/** Why an asset was not, or not wholly, read. A closed set, so that a gate can decide on it. */
export const coverageReasons = [
  "no-check",
  "excluded",
  "empty",
  "too-large",
  "outside-tree",
  "absent",
  "unreadable",
  "denied",
  "special-file",
  "syntax-error",
  "encoding-error",
  "limit",
  "timeout",
  "out-of-memory",
  "check-failed",
  "worker-failed",
  "interrupted",
] as const;
export type CoverageReason = (typeof coverageReasons)[number];

/**
 * What became of one asset. `checked` means read from end to end by every check that wants it;
 * `skipped` means not looked at, by decision; `failed` means that something was not read, however
 * much of the rest was searched. Only `checked` can be called clean.
 */
export interface Coverage {
  readonly path: string;
  readonly kind: AssetKind;
  readonly size: number;
  readonly status: "checked" | "skipped" | "failed";
  readonly reason?: CoverageReason;
  /** For a person: what happened, and where. */
  readonly detail?: string;
}

export interface CoverageSummary {
  readonly checked: number;
  readonly skipped: number;
  readonly failed: number;
  /** Bytes of the assets that were checked. */
  readonly bytes: number;
}

/** Counts a coverage list by status. */
export function summarizeCoverage(coverage: readonly Coverage[]): CoverageSummary {
  const summary = { checked: 0, skipped: 0, failed: 0, bytes: 0 };
  for (const entry of coverage) {
    summary[entry.status]++;
    if (entry.status === "checked") summary.bytes += entry.size;
  }
  return summary;
}
