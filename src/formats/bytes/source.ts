/** Bytes that can be read at any place: a file, or a member that was unpacked. */
export interface ByteSource {
  readonly size: number;
  /** At most `length` bytes from an offset on; fewer at the end. */
  readonly read: (at: number, length: number) => Buffer;
}

/** A buffer as a source of bytes. */
export function bytesOf(buffer: Buffer): ByteSource {
  return { size: buffer.length, read: (at, length) => buffer.subarray(at, at + length) };
}
