// How DVC before version 3 hashes a text: https://github.com/iterative/dvc-objects (dos2unix).
import { createHash } from "node:crypto";
import type { Hasher } from "./hash-range.ts";

const headBytes = 512;
/** DVC replaces within each MiB by itself: a line end that two of them share stays as it is. */
const chunkBytes = 1024 * 1024;
const mostStrange = 0.3;

/** True where the beginning of a file has no zero byte and few that no text has. */
function isText(head: Buffer): boolean {
  let strange = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    const isPlain = (byte >= 32 && byte < 127) || (byte >= 8 && byte <= 13 && byte !== 11);
    if (!isPlain) strange++;
  }
  return head.length === 0 || strange / head.length <= mostStrange;
}

function withUnixEnds(bytes: Buffer): Buffer {
  if (!bytes.includes("\r\n")) return bytes;
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf("\r\n"); at >= 0; at = bytes.indexOf("\r\n", from)) {
    parts.push(bytes.subarray(from, at));
    from = at + 1;
  }
  parts.push(bytes.subarray(from));
  return Buffer.concat(parts);
}

/** MD5 of a file, of a text with the line ends of Unix. */
export function unixTextHasher(): Hasher {
  const hash = createHash("md5");
  let isConverted: boolean | undefined;
  let held: Buffer[] = [];
  let size = 0;
  function take(chunk: Buffer): void {
    isConverted ??= isText(chunk.subarray(0, headBytes));
    hash.update(isConverted ? withUnixEnds(chunk) : chunk);
  }
  return {
    update: (bytes) => {
      if (isConverted === false) return hash.update(bytes);
      // What is given is a buffer that is filled again.
      held.push(Buffer.from(bytes));
      size += bytes.length;
      if (size < chunkBytes) return hash;
      let whole = Buffer.concat(held);
      for (; whole.length >= chunkBytes; whole = whole.subarray(chunkBytes))
        take(whole.subarray(0, chunkBytes));
      held = [whole];
      size = whole.length;
      return hash;
    },
    digest: (encoding) => {
      const rest = Buffer.concat(held);
      if (rest.length > 0) take(rest);
      return hash.digest(encoding);
    },
  };
}
