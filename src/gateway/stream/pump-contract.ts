import type { Detection } from "../../detect/detection.ts";
import type { AnswerContext, Edit, Guard, Verdict } from "../../guard/contract.ts";
import type { Vault } from "../../guard/redaction.ts";
import type { AnswerStream, Piece, Reference, Refusal, Usage } from "../surface.ts";
import type { Framing } from "./frames.ts";

/** What is said of a text that was held until it was whole. */
export type Ruling =
  | { readonly kind: "pass"; readonly edits: readonly Edit[] }
  | { readonly kind: "refuse"; readonly refusal: Refusal };

/** A text that is judged when it is whole. */
export interface WholeText {
  /** Its channel, or its pointer where it stands in an answer that is not streamed. */
  readonly where?: string;
  readonly kind: Piece["kind"];
  readonly text: string;
  readonly tool: string | undefined;
  readonly call: string | undefined;
}

export interface PumpGiven {
  readonly framing: Framing;
  readonly stream: AnswerStream;
  /** Undefined where texts are not judged while they come. */
  readonly guard: Guard | undefined;
  readonly context: AnswerContext;
  /** What was masked in the request and is put back. */
  readonly vault?: Vault | undefined;
  /** True where prose too is held until it is whole, for a second model that reads all of it. */
  readonly isHeldWhole: boolean;
  /** Judges whole texts: arguments of calls, what is held, and what a protocol says in one piece. */
  readonly judge: (whole: WholeText) => Ruling | Promise<Ruling>;
  /** What the client sees where a guard says no. */
  readonly refusalOf: (found: readonly Detection[]) => Refusal;
  readonly onDetections: (found: readonly Detection[]) => void;
  /** Waited for before the end of the answer leaves; it may refuse the end. */
  readonly beforeEnd: (end: PumpEnd) => Promise<Refusal | undefined>;
  /** Writes the events that end a refused stream; nothing follows. */
  readonly writeRefusal: (refusal: Refusal, text: string) => void;
  /** Something threw that never should. */
  readonly onFault: (error: unknown) => void;
  readonly write: (text: string) => void;
  readonly limits: { readonly eventChars: number; readonly heldChars: number };
}

/** How a stream ended, and what was learned on the way. */
export interface PumpEnd {
  readonly kind: "whole" | "refused";
  /** True where the upstream said everything that it had to say. */
  readonly isWhole: boolean;
  readonly verdict: Verdict;
  readonly refusal: Refusal | undefined;
  readonly usage: Usage | undefined;
  /** Characters of text that the model wrote as far as it was heard, for where it tells no usage. */
  readonly chars: number;
  readonly references: readonly Reference[];
}

export interface Pump {
  /** A promise where something is waited for; no more may be pushed until then. */
  readonly push: (chunk: Buffer) => Promise<void> | undefined;
  /** The upstream has said everything. */
  readonly end: () => Promise<void>;
  /** The upstream died, or the gateway ends the stream: what is settled has left, and no more will. */
  readonly refuse: (refusal: Refusal) => Promise<void>;
  readonly isDone: () => boolean;
  readonly now: () => PumpEnd;
}
