// What stands before LZMA2 in a chain of filters, undone in place: The .xz file format 1.2.1,
// sections 5.3.2 and 5.3.3.

export interface Filter {
  readonly id: number;
  readonly properties: Buffer;
}

/** The id of LZMA2, which is always last in a chain. */
export const lzma2Id = 0x21;

const names: ReadonlyMap<number, string> = new Map([
  [0x03, "delta"],
  [0x04, "BCJ of x86"],
  [0x05, "BCJ of PowerPC"],
  [0x06, "BCJ of IA-64"],
  [0x07, "BCJ of ARM"],
  [0x08, "BCJ of ARM-Thumb"],
  [0x09, "BCJ of SPARC"],
  [0x0a, "BCJ of ARM64"],
  [0x0b, "BCJ of RISC-V"],
]);

export function filterName(id: number): string {
  return names.get(id) ?? `filter ${id}`;
}

function undoDelta(bytes: Buffer, distance: number): void {
  for (let at = distance; at < bytes.length; at++) {
    bytes[at] = bytes[at]! + bytes[at - distance]!;
  }
}

function isEdge(byte: number): boolean {
  return byte === 0 || byte === 0xff;
}

const mayFollow = [true, true, true, false, true, false, false, false];
const byteOf = [0, 1, 2, 2, 3, 3, 3, 3];

/** The absolute target of a call becomes relative again, as liblzma's simple/x86.c does it. */
function relativeTarget(absolute: number, next: number, mask: number): number {
  let target = (absolute - next) | 0;
  if (mask === 0) return target;
  const shift = byteOf[mask >> 1]! * 8;
  // liblzma repeats this until it holds; the bound is there so that this surely ends.
  for (let round = 0; round < 4 && isEdge((target >>> (24 - shift)) & 0xff); round++) {
    target = ((target ^ ((shift === 0 ? 0 : 1 << (32 - shift)) - 1)) - next) | 0;
  }
  return target;
}

/**
 * E8 and E9 are call and jump; `mask` remembers which of the last bytes looked like them. How many
 * bytes are settled comes back: of the last four it takes more to know.
 */
function undoX86(bytes: Buffer, start: number): number {
  let mask = 0;
  let last = -5;
  let at = 0;
  while (at + 5 <= bytes.length) {
    if ((bytes[at]! & 0xfe) !== 0xe8) {
      at++;
      continue;
    }
    const gap = at - last;
    last = at;
    mask = gap > 5 ? 0 : shifted(mask, gap);
    const isTop = isEdge(bytes[at + 4]!);
    if (isTop && mask >> 1 < 0x10 && mayFollow[(mask >> 1) & 7]!) {
      const target = relativeTarget(bytes.readInt32LE(at + 1), (start + at + 5) | 0, mask);
      bytes.writeInt32LE((target << 7) >> 7, at + 1);
      at += 5;
      mask = 0;
    } else {
      at++;
      mask |= isTop ? 0x11 : 1;
    }
  }
  return at;
}

function shifted(mask: number, gap: number): number {
  let next = mask;
  for (let step = 0; step < gap; step++) next = (next & 0x77) << 1;
  return next;
}

/** Whether a filter can be undone. */
export function isKnownFilter({ id, properties }: Filter): boolean {
  if (id === 0x03) return properties.length === 1;
  return id === 0x04 && (properties.length === 0 || properties.length === 4);
}

/** Undoes a filter over a block, and says how many bytes of one that is cut are settled. */
export function undoFilter({ id, properties }: Filter, bytes: Buffer): number {
  if (id === 0x04) return undoX86(bytes, properties.length === 4 ? properties.readInt32LE(0) : 0);
  undoDelta(bytes, properties[0]! + 1);
  return bytes.length;
}
