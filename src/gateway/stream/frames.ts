/** What one frame of a stream is, whatever framing it came in. */
export type Frame =
  | {
      readonly kind: "event";
      /** SSE's `event:`. */
      readonly name: string | undefined;
      /** The text of its data: JSON, or a mark such as `[DONE]`. */
      readonly text: string;
    }
  /** A comment that keeps the connection alive; its text is never passed on. */
  | { readonly kind: "comment" }
  /** What this framing does not allow, or allows at a length that nobody needs. */
  | { readonly kind: "broken"; readonly message: string };

/** Takes bytes in whatever chunks they come and gives whole frames. */
export interface Framer {
  readonly push: (chunk: Buffer) => readonly Frame[];
  /** The frames that the end completes. */
  readonly end: () => readonly Frame[];
}

export type Framing = "sse" | "ndjson" | "json-array";

/** Writes events in one framing; one is made for each stream, as arrays have a beginning and an end. */
export interface FrameWriter {
  readonly event: (name: string | undefined, text: string) => string;
  readonly comment: () => string;
  /** What was made by `AnswerStream.refuse`. */
  readonly refusal: (text: string) => string;
  readonly end: () => string;
}
