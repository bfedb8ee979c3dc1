import type { AnswerCache } from "../cache/cache.ts";
import type { Guard } from "../../guard/contract.ts";
import type { SpotlightMethod } from "../../guard/spotlight.ts";
import type {
  AbuseWatch,
  AuditLog,
  Identity,
  Limiter,
  Ownership,
  Telemetry,
  ToolPolicy,
} from "../parts.ts";
import type { Surface } from "../surface.ts";
import type { Upstreams } from "../upstreams/upstreams.ts";
import type { Judge } from "./judge.ts";

/** What bounds one exchange. */
export interface ExchangeLimits {
  /** Of a request's body, also after it was unpacked. */
  readonly bodyBytes: number;
  /** Characters of all texts of a request. */
  readonly promptChars: number;
  readonly attachments: number;
  readonly attachmentBytes: number;
  /** Of an answer that is not streamed. */
  readonly answerBytes: number;
  /** The most tokens that a request may let the model write; undefined for no limit of ours. */
  readonly outputTokens: number | undefined;
  /** Reserved where a request names no limit. */
  readonly assumedOutputTokens: number;
  /** Of one event of a stream. */
  readonly eventChars: number;
  /** Of a stream, while it waits for a guard. */
  readonly heldChars: number;
  /** Milliseconds that a stream may take. */
  readonly streamMs: number;
  /** Milliseconds in which a client must take what was sent. */
  readonly slowReaderMs: number;
}

export const defaultExchangeLimits: ExchangeLimits = {
  bodyBytes: 16 * 1024 * 1024,
  promptChars: 4 * 1024 * 1024,
  attachments: 64,
  attachmentBytes: 16 * 1024 * 1024,
  answerBytes: 32 * 1024 * 1024,
  outputTokens: undefined,
  assumedOutputTokens: 4096,
  eventChars: 16 * 1024 * 1024,
  heldChars: 32 * 1024 * 1024,
  streamMs: 600_000,
  slowReaderMs: 30_000,
};

/** What the operator is told, one JSON line each; never content. */
export interface LogEntry {
  readonly level: "info" | "warning" | "error";
  readonly message: string;
  readonly exchange?: string;
  readonly upstream?: string;
  readonly error?: string;
}

/** A gateway as one configuration makes it; an exchange keeps to the one with which it began. */
export interface Running {
  readonly surfaces: readonly Surface[];
  readonly upstreams: Upstreams;
  readonly identity: Identity;
  /** True where nobody has a key: only this machine's own programs may ask. */
  readonly isOpen: boolean;
  readonly limits: ExchangeLimits;
  /** What throws in it is an error and no verdict: nothing passes, unless `tolerantGuard` is around it. */
  readonly guard: Guard | undefined;
  /** True where language that no guard can read may pass. */
  readonly isUnreadableLet: boolean;
  readonly judge: Judge | undefined;
  /** True where what is masked in a request is put back into its answer. */
  readonly isReversible: boolean;
  /** True where an answer must fit the schema that its request names. */
  readonly hasAnswerSchema: boolean;
  readonly spotlight: SpotlightMethod | undefined;
  readonly canaryOf: ((session: string) => string) | undefined;
  readonly limiter: Limiter | undefined;
  readonly ownership: Ownership | undefined;
  readonly abuse: AbuseWatch | undefined;
  readonly tools: ToolPolicy | undefined;
  readonly audit: AuditLog | undefined;
  readonly telemetry: Telemetry | undefined;
  readonly cache: AnswerCache | undefined;
  readonly hasTimingHeader: boolean;
  readonly log: (entry: LogEntry) => void;
}
