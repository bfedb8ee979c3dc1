// Texts within a text that have to be decoded before a secret can be seen in them.
import type { Span } from "../../core/index.ts";
import type { Decoding } from "./secret.ts";

/** A decoded piece of a text. */
export interface Decoded extends Span {
  readonly text: string;
  readonly decoding: Decoding;
}

/** Pieces of base64 that are shorter hold no key. */
const minRun = 24;
/** Of a longer run only the beginning is decoded. */
const maxRun = 128 * 1024;
/** Lines of base64 that are shorter are not joined. */
const minLine = 60;
/** How far around an escape is looked. */
const maxToken = 800;

const isBase64 = new Uint8Array(128);
for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_")
  isBase64[letter.charCodeAt(0)] = 1;

const at64 = (text: string, at: number): boolean => isBase64[text.charCodeAt(at)] === 1;

/** The end of a run, over line breaks where its lines are as long as encoders make them. */
function runEnd(text: string, start: number): number {
  let end = start;
  let line = start;
  const most = Math.min(text.length, start + maxRun);
  while (end < most) {
    if (at64(text, end)) {
      end++;
      continue;
    }
    const isBreak = text[end] === "\n" || text.startsWith("\r\n", end);
    const next = text[end] === "\r" ? end + 2 : end + 1;
    if (!isBreak || end - line < minLine || !at64(text, next)) break;
    end = line = next;
  }
  return end;
}

function isPrintable(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code < 32 || code > 126) && code !== 10 && code !== 13 && code !== 9) return false;
  }
  return true;
}

/** The first run of at least `minRun` characters from an offset on, looked for from its end. */
function nextRun(text: string, from: number): number {
  let start = from;
  while (start + minRun <= text.length) {
    let at = start + minRun - 1;
    while (at >= start && isBase64[text.charCodeAt(at)] === 1) at--;
    if (at < start) return start;
    start = at + 1;
  }
  return -1;
}

/** Base64 whose text is printable: sixteen random characters are so once in fifty thousand times. */
export function* base64Pieces(text: string): Generator<Decoded> {
  for (let start = nextRun(text, 0); start >= 0;) {
    const end = runEnd(text, start);
    const head = Buffer.from(text.slice(start, start + 16), "base64").toString("latin1");
    if (isPrintable(head)) {
      const piece = text.slice(start, end).replaceAll(/\r?\n/g, "");
      const decoded = Buffer.from(piece, "base64").toString("latin1");
      if (decoded.length >= 16 && isPrintable(decoded))
        yield { start, end, text: decoded, decoding: "base64" };
    }
    start = nextRun(text, end);
  }
}

const ends = /[\s"'`<>]/;

function tokenAround(text: string, at: number, from: number): Span {
  let start = at;
  while (start > from && at - start < maxToken && !ends.test(text[start - 1]!)) start--;
  let end = at;
  while (end < text.length && end - at < maxToken && !ends.test(text[end]!)) end++;
  return { start, end };
}

const hexPair = /^[0-9A-Fa-f]{2}$/;

/** Words with percent signs as URLs have them. */
export function* percentPieces(text: string): Generator<Decoded> {
  for (let at = text.indexOf("%"); at >= 0; at = text.indexOf("%", at + 1)) {
    if (!hexPair.test(text.slice(at + 1, at + 3))) continue;
    const token = tokenAround(text, at, 0);
    const decoded = text
      .slice(token.start, token.end)
      .replaceAll(/%([0-9A-Fa-f]{2})/g, (_, pair: string) =>
        String.fromCharCode(Number.parseInt(pair, 16)),
      );
    yield { ...token, text: decoded, decoding: "percent" };
    at = token.end;
  }
}

const escape = /\\(?:(?:x|u00)([0-9A-Fa-f]{2})|\/)/g;

/** Words with escapes as strings of programs have them: `\x73`, `\u0073`, `\/`. */
export function* escapedPieces(text: string): Generator<Decoded> {
  for (let at = text.indexOf("\\"); at >= 0; at = text.indexOf("\\", at + 1)) {
    const next = text[at + 1];
    if (next !== "x" && next !== "/" && !(next === "u" && text.startsWith("00", at + 2))) {
      at++;
      continue;
    }
    const token = tokenAround(text, at, 0);
    const decoded = text
      .slice(token.start, token.end)
      .replaceAll(escape, (_, pair?: string) =>
        pair === undefined ? "/" : String.fromCharCode(Number.parseInt(pair, 16)),
      );
    yield { ...token, text: decoded, decoding: "escapes" };
    at = token.end;
  }
}
