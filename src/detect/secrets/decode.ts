// Texts within a text that have to be decoded before a secret can be seen in them.
import type { Span } from "../../core/index.ts";
import { isBase64At, isPrintable } from "./base64-runs.ts";
import type { Decoding } from "./secret.ts";

/** A decoded piece of a text. */
export interface Decoded extends Span {
  readonly text: string;
  readonly decoding: Decoding;
}

/** Of a longer run only the beginning is decoded. */
const maxRun = 128 * 1024;
/** Lines of base64 that are shorter are not joined. */
const minLine = 60;
/** What is shorter says no name and value. */
const minPiece = 12;
/** How far around an escape is looked. */
const maxToken = 800;

/** The end of a run, over line breaks where its lines are as long as encoders make them. */
function runEnd(text: string, start: number): number {
  let end = start;
  let line = start;
  const most = Math.min(text.length, start + maxRun);
  while (end < most) {
    if (isBase64At(text, end)) {
      end++;
      continue;
    }
    const isBreak = text[end] === "\n" || text.startsWith("\r\n", end);
    const next = text[end] === "\r" ? end + 2 : end + 1;
    if (!isBreak || end - line < minLine || !isBase64At(text, next)) break;
    end = line = next;
  }
  return end;
}

/** Base64 whose text is printable, of the runs that the search has met, in order. */
export function* base64Pieces(text: string, runs: readonly number[]): Generator<Decoded> {
  let after = 0;
  for (const start of runs) {
    if (start < after) continue;
    const end = runEnd(text, start);
    after = end;
    const piece = text.slice(start, end).replaceAll(/\r?\n/g, "");
    const decoded = Buffer.from(piece, "base64").toString("latin1");
    if (decoded.length >= 16 && isPrintable(decoded))
      yield { start, end, text: decoded, decoding: "base64" };
  }
}

/** White space, quotes and brackets of markup end a word. */
function endsAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 || code === 34 || code === 39 || code === 96 || code === 60 || code === 62;
}

function tokenAround(text: string, at: number, from: number): Span {
  let start = at;
  while (start > from && at - start < maxToken && !endsAt(text, start - 1)) start--;
  let end = at;
  while (end < text.length && end - at < maxToken && !endsAt(text, end)) end++;
  return { start, end };
}

function isHexAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 32;
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102);
}

/** Words with percent signs as URLs have them. */
export function* percentPieces(text: string): Generator<Decoded> {
  for (let at = text.indexOf("%"); at >= 0; at = text.indexOf("%", at + 1)) {
    if (!isHexAt(text, at + 1) || !isHexAt(text, at + 2)) continue;
    const token = tokenAround(text, at, 0);
    const decoded = text
      .slice(token.start, token.end)
      .replaceAll(/%([0-9A-Fa-f]{2})/g, (_, pair: string) =>
        String.fromCharCode(Number.parseInt(pair, 16)),
      );
    if (decoded.length >= minPiece) yield { ...token, text: decoded, decoding: "percent" };
    at = token.end;
  }
}

const escape = /\\(?:(?:x|u00)([0-9A-Fa-f]{2})|\/)/g;

/** Words with escapes as strings of programs have them: `\x73`, `\u0073`, `\/`. */
export function* escapedPieces(text: string): Generator<Decoded> {
  for (let at = text.indexOf("\\"); at >= 0; at = text.indexOf("\\", at + 1)) {
    const next = text.charCodeAt(at + 1);
    // `x`, `/`, `u00`
    if (next !== 120 && next !== 47 && !(next === 117 && text.startsWith("00", at + 2))) {
      at++;
      continue;
    }
    const token = tokenAround(text, at, 0);
    const decoded = text
      .slice(token.start, token.end)
      .replaceAll(escape, (_, pair?: string) =>
        pair === undefined ? "/" : String.fromCharCode(Number.parseInt(pair, 16)),
      );
    if (decoded.length >= minPiece) yield { ...token, text: decoded, decoding: "escapes" };
    at = token.end;
  }
}
