import type { Detection, DetectionKind } from "../detect/detection.ts";

/** Where a text of an exchange comes from; what comes from tools and documents is data, and trusted least. */
export type Source = "system" | "user" | "tool" | "assistant";

/** What happens with a detection: `flag` lets the text pass and says so. */
export type Action = "allow" | "flag" | "redact" | "block";
export type Verdict = "allow" | "redact" | "block";

/** A replacement in a text: UTF-16 offsets in the text as given. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a guard says of one text. */
export interface GuardResult {
  readonly verdict: Verdict;
  readonly detections: readonly Detection[];
  /** What turns the text as given into the one that may pass; empty where it may pass as it is. */
  readonly edits: readonly Edit[];
}

/** What may be done about one kind: the action, and the score from which on. */
export interface Rule {
  readonly action: Action;
  /** From 0 to 1; the kind's own default otherwise. */
  readonly threshold?: number;
  /** Score from which on it is told, without being acted on; `threshold` otherwise. */
  readonly flagFrom?: number;
}

/** What an answer must not give away, and what it must look like. */
export interface AnswerContext {
  /** System prompts of the exchange. */
  readonly systemPrompts?: readonly string[];
  /** Random words that were put into this session's system prompt. */
  readonly canaries?: readonly string[];
  /** Those of other sessions: none of their text may come here. */
  readonly foreignCanaries?: readonly string[];
  /** Hosts (and their subdomains) that links and images may lead to. */
  readonly allowedHosts?: readonly string[];
  /** Text that the user gave: what only repeats it is no leak of personal data. */
  readonly given?: readonly string[];
}

/**
 * Guards of one configuration. Pure and in process: no I/O, linear time, safe to share between exchanges.
 * Never throws on any text.
 */
export interface Guard {
  /** Judges a text on its way to the model. */
  readonly input: (text: string, source: Source) => GuardResult;
  /** Judges a whole text of the model's. */
  readonly output: (text: string, context?: AnswerContext) => GuardResult;
  /** Judges a text of the model's while it comes. */
  readonly stream: (context?: AnswerContext) => GuardStream;
}

/** What is known once a further piece has come; offsets count in all that came. */
export interface StreamState {
  /** Text before this offset may leave, with `edits` applied; it never shrinks. */
  readonly settled: number;
  /** Replacements that lie wholly before `settled`, those that are new since the last call. */
  readonly edits: readonly Edit[];
  /** New since the last call, those that only flag as well. */
  readonly detections: readonly Detection[];
  /** True once something was seen that blocks: nothing more may leave. */
  readonly isBlocked: boolean;
}

/** Incremental and block-before-emit: nothing is settled that a later piece could make part of a detection. */
export interface GuardStream {
  readonly push: (piece: string) => StreamState;
  /** No more pieces come: what is left is settled or blocked. */
  readonly end: () => StreamState;
}

/** What is done about each kind. */
export type Rules = Readonly<Partial<Record<DetectionKind, Rule>>>;

/** Actions by kind, for what goes in and what comes out. */
export interface GuardPolicy {
  readonly input: Rules;
  readonly output: Rules;
  /** What differs from `input` for what tools and documents say. */
  readonly tool?: Rules;
  /** What differs from `input` for system prompts. */
  readonly system?: Rules;
}
