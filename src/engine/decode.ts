import { isAscii, isUtf8 } from "node:buffer";
import type { AssetKind, Problem } from "../core/index.ts";

/** The text of a file and what was wrong with its encoding. */
export interface Decoded {
  readonly text: string;
  readonly problems: readonly Problem[];
}

const cookiePattern = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const blankPattern = /^[ \t\f]*(?:#.*)?$/;

/** The encoding that a Python file declares (PEP 263), in lower case with hyphens. */
function cookieOf(bytes: Buffer): string | undefined {
  const [first = "", second = ""] = bytes.toString("latin1", 0, 2048).split(/\r\n|\r|\n/, 2);
  const found =
    cookiePattern.exec(first) ?? (blankPattern.test(first) ? cookiePattern.exec(second) : null);
  return found?.[1]?.toLowerCase().replaceAll("_", "-");
}

/** Python's names for encodings where WHATWG's differ or mean something else. */
const utf8Names = /^(?:utf-?8(?:-sig|-.*)?|u8|cp65001|ascii|us-ascii|646)$/;
const latin1Names = /^(?:latin-?1|iso-?8859-?1|l1|8859|cp819)(?:-.*)?$/;

function encodingProblem(message: string, at: number): Problem {
  return { reason: "encoding-error", message, at };
}

/** Offset, in Latin-1 text, of about the first byte that is not UTF-8. */
function firstInvalid(bytes: Buffer): number {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let at = 0;
  try {
    for (; at < bytes.length; at += 64)
      decoder.decode(bytes.subarray(at, at + 64), { stream: true });
  } catch {
    const chunk = bytes.subarray(at, at + 64);
    const odd = chunk.findIndex((byte) => byte >= 0x80);
    return at + Math.max(0, odd);
  }
  return bytes.length - 1;
}

function asUtf8(bytes: Buffer): Decoded {
  if (isAscii(bytes)) return { text: bytes.toString("latin1"), problems: [] };
  if (isUtf8(bytes)) return { text: bytes.toString("utf8"), problems: [] };
  const at = firstInvalid(bytes);
  return { text: bytes.toString("latin1"), problems: [encodingProblem("not valid UTF-8", at)] };
}

function asDeclared(bytes: Buffer, name: string): Decoded {
  if (utf8Names.test(name)) return asUtf8(bytes);
  if (latin1Names.test(name)) return { text: bytes.toString("latin1"), problems: [] };
  try {
    return { text: new TextDecoder(name).decode(bytes), problems: [] };
  } catch {
    // `utf-7`, `unicode-escape` and their like let code hide in what looks like a comment.
    const problem = encodingProblem(
      `the declared encoding "${name}" is not read; searched as it stands`,
      0,
    );
    return { text: asUtf8(bytes).text, problems: [problem] };
  }
}

function decodeBytes(bytes: Buffer, kind: AssetKind): Decoded {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return asUtf8(bytes.subarray(3));
  if (a === 0xff && b === 0xfe)
    return { text: new TextDecoder("utf-16le").decode(bytes), problems: [] };
  if (a === 0xfe && b === 0xff)
    return { text: new TextDecoder("utf-16be").decode(bytes), problems: [] };
  const cookie = kind === "python" ? cookieOf(bytes) : undefined;
  return cookie === undefined ? asUtf8(bytes) : asDeclared(bytes, cookie);
}

/** Turns the bytes of a file into text. Total: what cannot be decoded is read as Latin-1 and said. */
export function decode(bytes: Buffer, kind: AssetKind): Decoded {
  const decoded = decodeBytes(bytes, kind);
  const nul = decoded.text.indexOf("\0");
  if (nul < 0) return decoded;
  return {
    text: decoded.text,
    problems: [...decoded.problems, encodingProblem("a NUL byte in text", nul)],
  };
}
