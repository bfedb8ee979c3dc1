import type { Resource, SourceReading } from "../../resource.ts";

/** A type of which not all could be listed, and so of which nothing may be concluded. */
export interface Gap {
  /** In the words of the dialect. */
  readonly type: string;
  readonly account?: string;
  readonly region?: string;
  /** The permission or call that was missing: "bedrock:ListAgents (403 AccessDeniedException)". */
  readonly missing: string;
}

/** What a live account told, or a snapshot of one. */
export interface LiveReading extends SourceReading {
  readonly resources: readonly Resource[];
  readonly gaps: readonly Gap[];
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** When reading began, as ISO 8601 has it. */
  readonly time: string;
}

/** How far a reading is. */
export interface Progress {
  /** Parts done, and all parts known so far: a type in a region of an account each. */
  readonly done: number;
  readonly total: number;
  readonly resources: number;
}
