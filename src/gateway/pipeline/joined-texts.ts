import type { Source } from "../../guard/contract.ts";
import type { Slot } from "../surface.ts";

/** Texts that a model reads one after the other, joined where they meet. */
export interface JoinedText {
  readonly source: Source;
  readonly text: string;
}

/** What is found across a boundary lies so near it; farther away each text was judged by itself. */
const reach = 256;
/** How servers join the parts of a message: some with nothing between, some with a new line. */
const separators = ["", "\n"];

/** The message that a text belongs to: the first two steps of its pointer. */
function messageOf({ pointer }: Slot): string {
  const second = pointer.indexOf("/", 1);
  const third = second < 0 ? -1 : pointer.indexOf("/", second + 1);
  return third < 0 ? pointer : pointer.slice(0, third);
}

/**
 * Texts of one message are one text to the model, and an order that is cut over two parts is none in either. Gives
 * what stands around the places where parts meet; nothing for messages of one part, which most are.
 */
export function joinedTexts(slots: readonly Slot[]): readonly JoinedText[] {
  const joined: JoinedText[] = [];
  let parts: Slot[] = [];
  const close = (): void => {
    const [first] = parts;
    if (first !== undefined && parts.length > 1)
      for (const separator of separators)
        for (const text of around(parts, separator)) joined.push({ source: first.source, text });
    parts = [];
  };
  for (const slot of slots) {
    if (slot.text === "" || (slot.kind !== "text" && slot.kind !== "tool-result")) continue;
    const [first] = parts;
    const isSame =
      first !== undefined &&
      first.source === slot.source &&
      first.kind === slot.kind &&
      messageOf(first) === messageOf(slot);
    if (!isSame) close();
    parts.push(slot);
  }
  close();
  return joined;
}

/** The joined text around each boundary; what overlaps is one. */
function* around(parts: readonly Slot[], separator: string): Generator<string> {
  const text = parts.map((part) => part.text).join(separator);
  let boundary = 0;
  let start = 0;
  let end = 0;
  for (const part of parts.slice(0, -1)) {
    boundary += part.text.length + separator.length;
    if (boundary - reach > end && end > 0) {
      yield text.slice(start, end);
      start = boundary - reach;
    } else if (end === 0) start = Math.max(0, boundary - reach);
    end = Math.min(text.length, boundary + reach);
  }
  yield text.slice(start, end);
}
