// https://bsonspec.org/spec.html : a walk over a document for the lists of texts under one key.
import type { ByteSource } from "../bytes/source.ts";

const maxDepth = 64;
const maxElements = 2_000_000;
/** Sizes of values that have one. */
const fixed: Readonly<Record<number, number>> = {
  0x01: 8,
  0x06: 0,
  0x07: 12,
  0x08: 1,
  0x09: 8,
  0x0a: 0,
  0x10: 4,
  0x11: 8,
  0x12: 8,
  0x13: 16,
  0x7f: 0,
  0xff: 0,
};

/** True where the first bytes are the length of the whole, and an element follows. */
export function isBson(head: Buffer, size: number): boolean {
  if (head.length < 7 || head.readUInt32LE(0) !== size) return false;
  const type = head[4] ?? 0;
  return type in fixed || (type >= 2 && type <= 5) || type === 0x0f;
}

/** Lists of texts under a key, each joined by dots; none where it is no document. Total. */
export function bsonNames(source: ByteSource, key: string): ReadonlySet<string> {
  const found = new Set<string>();
  const text = (at: number, length: number): string => source.read(at, length).toString("utf8");
  /** Documents that are open: where they end, and the texts of a list that is looked for. */
  const open: { end: number; texts: string[] | undefined }[] = [];
  let at = 4;
  open.push({ end: Math.min(source.size, source.read(0, 4).readUInt32LE(0)), texts: undefined });
  for (let count = 0; count < maxElements && open.length > 0; count++) {
    const { end, texts } = open.at(-1)!;
    const head = source.read(at, 264);
    const type = head[0];
    if (type === undefined || at >= end) break;
    if (type === 0) {
      open.pop();
      at++;
      if (texts !== undefined && texts.length > 0) found.add(texts.join("."));
      continue;
    }
    const close = head.indexOf(0, 1);
    if (close < 0) break;
    const name = head.toString("utf8", 1, close);
    at += close + 1;
    const size = fixed[type];
    if (size !== undefined) {
      at += size;
      continue;
    }
    const length = source.read(at, 4);
    if (length.length < 4) break;
    const stated = length.readUInt32LE(0);
    if (type === 0x03 || type === 0x04) {
      if (open.length >= maxDepth) break;
      open.push({ end: at + stated, texts: type === 0x04 && name === key ? [] : undefined });
      at += 4;
    } else if (type === 0x02) {
      if (texts !== undefined && stated > 0 && stated <= 256) texts.push(text(at + 4, stated - 1));
      at += 4 + stated;
    } else if (type === 0x05) at += 5 + stated;
    else if (type === 0x0f) at += stated;
    else break;
  }
  return found;
}
