import type { AssetKind, LineIndex, Problem } from "../../core/index.ts";

/** Any file that is text, whatever it says: what looks for words in it reads this. */
export interface TextView {
  readonly path: string;
  readonly kind: AssetKind;
  readonly text: string;
  readonly lines: LineIndex;
  readonly problems: readonly Problem[];
}
