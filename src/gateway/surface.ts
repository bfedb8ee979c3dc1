import type { Source } from "../guard/contract.ts";

/** One text of a request or an answer, wherever its protocol keeps it. */
export interface Slot {
  /** JSON pointer (RFC 6901) in the body. */
  readonly pointer: string;
  readonly source: Source;
  /**
   * `text` is prose; `tool-result` what a tool answered; `tool-arguments` the JSON text of a call's arguments;
   * `tool-description` any text in what declares a tool.
   */
  readonly kind: "text" | "tool-result" | "tool-arguments" | "tool-description";
  /** Name of the tool, for the three kinds that have one, where the protocol tells. */
  readonly tool?: string;
  /** The protocol's id of the call, where it tells. */
  readonly call?: string;
  readonly text: string;
  /** Puts another text in its place, in the parsed body. */
  readonly replace: (text: string) => void;
}

/** A tool that a request declares. */
export interface ToolDeclaration {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of its arguments, where it has one. */
  readonly parameters?: unknown;
  /** True for a tool that the provider itself runs (web search, code interpreter). */
  readonly isHosted: boolean;
}

/** An id that a request refers to; only who was given it may use it. */
export interface Reference {
  readonly kind: "response" | "conversation" | "file" | "cache" | "batch";
  readonly id: string;
  readonly pointer: string;
}

/** Something that is no text: an image, sound, a file. `bytes` counts what is in the body; a URL has none. */
export interface Attachment {
  readonly pointer: string;
  readonly kind: "image" | "audio" | "file" | "video";
  readonly bytes: number;
  readonly url?: string;
}

/** Tokens as the provider counts them. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Part of the input that came from the provider's cache. */
  readonly cachedTokens?: number;
}

/** A request of any protocol in one form. Slots write through to `body`. */
export interface ModelRequest {
  readonly surface: string;
  readonly model: string;
  readonly isStream: boolean;
  readonly body: unknown;
  readonly slots: readonly Slot[];
  readonly tools: readonly ToolDeclaration[];
  readonly references: readonly Reference[];
  readonly attachments: readonly Attachment[];
  /**
   * JSON pointers of what is language to the model or from it and cannot be read here (token ids, speech that is asked
   * for): refused unless the configuration lets it through.
   */
  readonly unreadable?: readonly string[];
  /** Where this request's stream is framed in another way than its surface's. */
  readonly framing?: Surface["framing"];
  /** Most tokens that it lets the model write, over all choices; undefined where it names no limit. */
  readonly maxOutputTokens: number | undefined;
  /** Writes a lower limit into the body. */
  readonly limitOutputTokens: (most: number) => void;
  /** Adds a text to the system prompt (a canary, how marked data is to be read); called after the slots are replaced. */
  readonly addSystemText: (text: string) => void;
  readonly wantsLogProbabilities: boolean;
  /** JSON Schema that the answer must fit, where the request names one. */
  readonly answerSchema?: unknown;
}

/** An answer of any protocol in one form. */
export interface ModelAnswer {
  readonly body: unknown;
  readonly slots: readonly Slot[];
  /** Ids that it gives out: they belong to who asked. */
  readonly references: readonly Reference[];
  readonly usage: Usage | undefined;
}

/** One event of a stream, as it stood on the wire. */
export interface WireEvent {
  /** The event's name (SSE `event:`), where it has one. */
  readonly name: string | undefined;
  /** Parsed data; undefined for what is no JSON (`[DONE]`, comments, pings). */
  readonly data: unknown;
  /** The bytes' text, which is sent on unless `data` was changed. */
  readonly raw: string;
}

/**
 * A piece of text in one event. A channel is one text that grows: a choice's content, one call's arguments. The event
 * that begins a call has a piece of its arguments even where it is empty, so that it waits for the verdict on the call.
 */
export interface Piece {
  readonly channel: string;
  readonly kind: "text" | "tool-arguments";
  readonly tool?: string;
  readonly call?: string;
  readonly text: string;
  /** True where it says a whole text again that its channel has already sent, or sends it at once. */
  readonly isWhole: boolean;
  readonly replace: (text: string) => void;
}

/** What one event says. */
export interface EventReading {
  readonly pieces: readonly Piece[];
  /** Channels that are complete with this event; all of them at the end of the stream. */
  readonly ended: readonly string[];
  readonly references: readonly Reference[];
  readonly usage: Usage | undefined;
  /** True for the event after which the protocol sends nothing more. */
  readonly isLast: boolean;
}

/** Why the gateway does not let something through, in the words that a client sees. */
export interface Refusal {
  /** HTTP status, where the answer has not begun. */
  readonly status: number;
  /** "guard_blocked", "rate_limited", "upstream_failed" … */
  readonly code: string;
  readonly message: string;
}

/** Reads the stream of one answer; one is made for each. */
export interface AnswerStream {
  readonly read: (event: WireEvent) => EventReading;
  /**
   * Text of the events that end the stream as the protocol says, after what was let through. In a JSON array it is one
   * element, without the comma before and the bracket after it.
   */
  readonly refuse: (refusal: Refusal) => string;
}

/** A protocol of models, as pure functions: no I/O, never throws on any body. */
export interface Surface {
  /** "openai-chat", "anthropic-messages" …; also the name in policies, logs and metrics. */
  readonly name: string;
  readonly provider: "openai" | "anthropic" | "gemini" | "ollama";
  /** True for a method and path (without query) that are this surface's. */
  readonly matches: (method: string, path: string) => boolean;
  readonly framing: "sse" | "ndjson" | "json-array" | "none";
  /** Undefined where the body is not what the protocol says; `problem` says why. */
  readonly readRequest: (given: RequestGiven) => ModelRequest | { readonly problem: string };
  /** With its request, what a provider repeats of it word for word (instructions, tools) is no slot. */
  readonly readAnswer: (body: unknown, request?: ModelRequest) => ModelAnswer;
  readonly openStream: (request?: ModelRequest) => AnswerStream;
  /** The protocol's own body of an error. */
  readonly errorBody: (refusal: Refusal) => unknown;
}

export interface RequestGiven {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}
