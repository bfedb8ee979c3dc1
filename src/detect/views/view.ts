import type { Span } from "../../core/index.ts";
import type { ToOriginal } from "../offsets.ts";

/** Another way in which a text, or a part of it, can be read. */
export interface View {
  /** How it was disguised, the outermost layer first: "base64", "leet", "base64+rot13". */
  readonly disguise: string;
  readonly text: string;
  /** The place of a part of it in the text as given. */
  readonly toOriginal: ToOriginal;
}

/** A view of a text that is itself a view; offsets are those of that text. */
export type Layer = View;

/** How much of a text that is not disguised is shown around what is. */
export const contextUnits = 160;

/** The part of a text around a place, so that what is said before and after a disguise is read with it. */
export function widened(text: string, { start, end }: Span): Span {
  return {
    start: Math.max(0, start - contextUnits),
    end: Math.min(text.length, end + contextUnits),
  };
}
