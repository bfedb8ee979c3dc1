// Messages in one another, by a table that says which field of which message holds one. Whatever the
// table does not name, weights above all, is passed over without being read.
import type { ByteSource } from "../bytes/source.ts";
import { eachField, type Extent } from "./wire.ts";

/** For each kind of message, the kind of the messages in its fields, by their numbers. */
export type MessageShapes = Readonly<Record<string, Readonly<Record<number, string>>>>;

export interface Walked {
  /** Messages that were looked at. */
  readonly messages: number;
  /** True where there are more than may be looked at. */
  readonly isCut: boolean;
  /** True where a message ends in the middle of a field. */
  readonly isBroken: boolean;
}

/** Shows every message below one, this one as well, in the order of the file. Total. */
export function walkMessages(
  source: ByteSource,
  given: {
    readonly shapes: MessageShapes;
    readonly root: string;
    readonly maxMessages: number;
    readonly use: (kind: string, extent: Extent) => void;
  },
): Walked {
  const { shapes, root, maxMessages, use } = given;
  const stack: { readonly kind: string; readonly extent: Extent }[] = [
    { kind: root, extent: { at: 0, length: source.size } },
  ];
  let messages = 0;
  let isBroken = false;
  let isCut = false;
  while (stack.length > 0) {
    const { kind, extent } = stack.pop()!;
    messages++;
    use(kind, extent);
    const inner = shapes[kind];
    if (inner === undefined) continue;
    const found: { readonly kind: string; readonly extent: Extent }[] = [];
    const isWhole = eachField(source, extent, (field) => {
      const next = field.type === 2 ? inner[field.number] : undefined;
      if (next === undefined) return undefined;
      if (messages + stack.length + found.length >= maxMessages) {
        isCut = true;
        return false;
      }
      found.push({ kind: next, extent: { at: field.at, length: field.length } });
      return undefined;
    });
    if (!isWhole) isBroken = true;
    for (const each of found.toReversed()) stack.push(each);
  }
  return { messages, isCut, isBroken };
}
