import type { Edit } from "../../guard/contract.ts";
import { applyEdits } from "../../guard/edits.ts";
import type { Refusal } from "../surface.ts";

/** Says of one text what has to change, or that it must not pass. */
type Guarded = (text: string) => readonly Edit[] | Refusal;

/**
 * Judges JSON text of a call's arguments as it stands and as its tool will read it: JSON may write any letter by an
 * escape (RFC 8259, 7), which tools undo and patterns do not match. What has to change in the text as it is read takes
 * the place of all that was written.
 */
export function guardedArguments(text: string, guarded: Guarded): readonly Edit[] | Refusal {
  const edits = guarded(text);
  const read = text.includes("\\") ? withoutEscapes(text) : text;
  if (read === text || !Array.isArray(edits)) return edits;
  const more = guarded(read);
  if (!Array.isArray(more)) return more;
  return more.length === 0
    ? edits
    : [{ start: 0, end: text.length, text: applyEdits(read, more as readonly Edit[]) }];
}

/** The same JSON with no more escapes than it needs; the text itself where it is none. */
function withoutEscapes(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
