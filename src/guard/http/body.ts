/** A body that was read, or why it was not. */
export type Body = { readonly text: string } | "too-large" | "aborted";

/** Reads a body up to a number of bytes. Never throws. */
export async function readBody(
  pieces: AsyncIterable<unknown> | Iterable<unknown>,
  most: number,
): Promise<Body> {
  const read: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of pieces) {
      const bytes = typeof piece === "string" ? Buffer.from(piece) : (piece as Uint8Array);
      length += bytes.length;
      if (length > most) return "too-large";
      read.push(bytes);
    }
  } catch {
    return "aborted";
  }
  return { text: Buffer.concat(read).toString("utf8") };
}
