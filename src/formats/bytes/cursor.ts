import type { ByteSource } from "./source.ts";

/** Reads a source from one end to the other in pieces: models are larger than memory. */
export interface Cursor {
  readonly size: number;
  readonly at: () => number;
  readonly seek: (at: number) => void;
  /** The next byte, -1 at the end. */
  readonly byte: () => number;
  /** A number of 1, 2 or 4 bytes, the lowest first; -1 where there are fewer. */
  readonly unsigned: (width: 1 | 2 | 4) => number;
  /** The next bytes as UTF-8; undefined where there are fewer. */
  readonly text: (length: number) => string | undefined;
  /** The next bytes; undefined where there are fewer. */
  readonly take: (length: number) => Buffer | undefined;
  /** Passes over bytes without reading them. False where there are fewer. */
  readonly skip: (length: number) => boolean;
  /** Up to a line feed, which is passed over. Undefined where none comes within the limit. */
  readonly line: (limit: number) => Buffer | undefined;
}

const pieceSize = 64 * 1024;

export function openCursor(source: ByteSource, from = 0): Cursor {
  const { size } = source;
  let piece: Buffer = Buffer.alloc(0);
  let pieceAt = 0;
  let at = from;

  /** Makes the piece begin at the cursor, with at least so many bytes where there are. */
  function load(length: number): void {
    pieceAt = at;
    piece = source.read(at, Math.max(length, pieceSize));
  }

  function has(length: number): boolean {
    const inner = at - pieceAt;
    if (inner >= 0 && inner + length <= piece.length) return true;
    if (at + length > size) return false;
    load(length);
    return length <= piece.length;
  }

  return {
    size,
    at: () => at,
    seek(to) {
      at = to;
    },
    byte() {
      if (!has(1)) return -1;
      return piece[at++ - pieceAt]!;
    },
    unsigned(width) {
      if (!has(width)) return -1;
      const start = at - pieceAt;
      at += width;
      if (width === 1) return piece[start]!;
      const low = piece[start]! | (piece[start + 1]! << 8);
      return width === 2 ? low : low + piece[start + 2]! * 0x10000 + piece[start + 3]! * 0x1000000;
    },
    text(length) {
      if (!has(length)) return undefined;
      const start = at - pieceAt;
      at += length;
      return piece.toString("utf8", start, start + length);
    },
    take(length) {
      if (!has(length)) return undefined;
      const start = at - pieceAt;
      at += length;
      return piece.subarray(start, start + length);
    },
    skip(length) {
      if (length < 0 || at + length > size) return false;
      at += length;
      return true;
    },
    line(limit) {
      const room = Math.min(limit, size - at);
      if (!has(Math.min(room, 256)) && room > 0) return undefined;
      let start = at - pieceAt;
      let end = piece.indexOf(10, start);
      if (end < 0 && room > piece.length - start) {
        load(room);
        start = 0;
        end = piece.indexOf(10, 0);
      }
      if (end < 0 || end - start > limit) return undefined;
      at += end - start + 1;
      return piece.subarray(start, end);
    },
  };
}
