/** The limits that keep one hostile file from costing the run. Each is named in what it stops. */
export interface Limits {
  /** Files larger than this many bytes are skipped by text checks. */
  readonly maxTextBytes: number;
  /** Notebooks larger than this many bytes are skipped; most of one is outputs that cost little. */
  readonly maxNotebookBytes: number;
  /** Of a larger file that many bytes are still searched for secrets, piece by piece. */
  readonly maxSearchBytes: number;
  /** Bytes that are unpacked from one archive, with those within it. */
  readonly maxUnpackedBytes: number;
  /** Milliseconds that one file may take before its worker is ended. */
  readonly fileTimeoutMs: number;
  /** MiB of heap that one worker may use. */
  readonly workerHeapMb: number;
  /** Findings of one check in one file that are kept. */
  readonly maxFindingsPerCheck: number;
}

export const defaultLimits: Limits = {
  maxTextBytes: 8 * 1024 * 1024,
  maxNotebookBytes: 64 * 1024 * 1024,
  maxSearchBytes: 256 * 1024 * 1024,
  maxUnpackedBytes: 128 * 1024 * 1024,
  fileTimeoutMs: 8_000,
  workerHeapMb: 512,
  maxFindingsPerCheck: 5_000,
};
