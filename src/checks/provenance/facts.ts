import { indexLines, type LineIndex, type Span } from "../../core/index.ts";

/** What a verification can come to know. */
export const factKinds = [
  "changed",
  "missing",
  "added",
  "renamed",
  "unfit",
  "uncovered",
  "malformed",
  "bad-signature",
  "unsigned",
  "untrusted",
  "expired",
  "no-evidence",
  "weak-evidence",
  "departs",
  "differs",
  "refused",
] as const;
export type FactKind = (typeof factKinds)[number];

/** One thing that a verification came to know. */
export interface Fact {
  readonly kind: FactKind;
  /** The file of the model that it is about; the signature file or the model where it is none. */
  readonly path: string;
  /** One sentence without a full stop, about "it". */
  readonly message: string;
  /** What was expected and what was found, in short; the message where it is all there is. */
  readonly evidence?: string;
  /** The same in full, a line each. */
  readonly lines?: readonly string[];
}

/** A fact and the line that says it. */
export interface StatedFact extends Fact {
  readonly where: Span;
}

/** What is known of where a model comes from and whether it is what was signed. */
export interface ProvenanceView {
  readonly facts: readonly StatedFact[];
  readonly text: string;
  readonly lines: LineIndex;
}

/** One line for a fact: kind, path and message, which is how examples are written as well. */
function lineOf({ kind, path, message }: Fact): string {
  return `${kind} ${path}: ${message}`.replaceAll(/[\r\n]/g, " ");
}

/** Makes the view that checks read. */
export function viewFacts(facts: readonly Fact[]): ProvenanceView {
  let text = "";
  const stated = facts.map((fact): StatedFact => {
    const start = text.length;
    text += `${lineOf(fact)}\n`;
    return { ...fact, where: { start, end: text.length - 1 } };
  });
  return { facts: stated, text, lines: indexLines(text) };
}

/** Reads facts from the lines of a text; what is no fact is passed over. */
export function readFacts(text: string): readonly Fact[] {
  return text.split("\n").flatMap((line) => {
    const match = /^([a-z-]+) ([^:]+): (.*)$/.exec(line);
    const kind = factKinds.find((each) => each === match?.[1]);
    return match === null || kind === undefined
      ? []
      : [{ kind, path: match[2]!, message: match[3]! }];
  });
}
