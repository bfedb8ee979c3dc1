import type { ActKind } from "./judge.ts";

/** A line that says one thing that a file does or holds, and what is wrong with it. */
export interface ListingLine {
  /** Python-like; a comment (`#`) where it is no step. */
  readonly text: string;
  readonly acts?: readonly { readonly kind: ActKind; readonly message: string }[];
  /** Files beside it from which numbers are read, each up to a byte. */
  readonly reads?: readonly { readonly place: string; readonly end: number }[];
}

/** One part of a file by itself. */
export interface LoadPart {
  /** Where it is: members of containers one in the other, and what they are packed in. */
  readonly member: string;
  readonly lines: readonly ListingLine[];
  /** True for what is only run when the program that holds it hands it to a loader. */
  readonly isNested: boolean;
  /** True for a program of pickle. */
  readonly isPickle?: boolean;
}

/** A line that says what cannot be. */
export function contradiction(message: string): ListingLine {
  return {
    text: `# ${message}`,
    acts: [{ kind: "contradicts", message: `It contradicts its format: ${message}` }],
  };
}

/** A line that says what is wrong with one step. */
export function actLine(text: string, kind: ActKind, message: string): ListingLine {
  return { text: text.slice(0, 300), acts: [{ kind, message }] };
}
