import type { Confidence, Span } from "../../core/index.ts";
import type { SecretKind } from "./kind.ts";

/** How a secret was hidden from a plain search. */
export type Decoding = "base64" | "percent" | "escapes";

/** A secret in a text. Offsets count UTF-16 code units. */
export interface Secret extends Span {
  readonly kind: SecretKind;
  /** The secret itself, without the name, the address or the block around it. */
  readonly value: Span;
  readonly confidence: Confidence;
  /** True or false where the secret has a checksum or a structure; undefined where it has none. */
  readonly isVerified?: boolean;
  /** Where it stands encoded in the text: the spans are those of the encoded text. */
  readonly decoded?: Decoding;
  /** What is said of it: the name it has, the host it is for. */
  readonly about?: string;
  /** True where it is no great loss: a common word, or an address of the own machine. */
  readonly isWeak?: boolean;
}

/** Called by a matcher for what it found; a low rank wins where two say the same. */
export type OnSecret = (secret: Secret, rank: number) => void;

/**
 * Looks closer at a place where an anchor stands. Answers how far it looked, where that cost
 * something: within, the same anchor is looked at only a few times more. 0 where a glance was enough.
 */
export type Matcher = (text: string, at: number, on: OnSecret) => number;

const isWordCode = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  code === 95;

/** True where a letter, digit or underscore stands at an offset. */
export function isWordAt(text: string, at: number): boolean {
  return isWordCode(text.charCodeAt(at));
}

/**
 * True where a key can begin: not within another word. The letter of an escape (`\n`, `\u003d`) and
 * the digits of a percent sign (`%3D`) belong to what is before.
 */
export function startsHere(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  if (before === 43) return text.charCodeAt(at - 2) === 34 || at < 2;
  // A part after a dot is a part of what is before.
  if (before === 46) return !isWordCode(text.charCodeAt(at - 2));
  if (!isWordCode(before) && before !== 45) return true;
  if (before === 45) return text.charCodeAt(at - 2) === 45 || /\s/.test(text[at - 2] ?? "");
  if (text.charCodeAt(at - 2) === 92) return /[nrtbf0v]/.test(text[at - 1] ?? "");
  if (text.charCodeAt(at - 3) === 37) return /^[0-9A-Fa-f]{2}$/.test(text.slice(at - 2, at));
  return (
    (text.charCodeAt(at - 6) === 92 && /^u00[0-9A-Fa-f]{2}$/.test(text.slice(at - 5, at))) ||
    (text.charCodeAt(at - 4) === 92 && /^x[0-9A-Fa-f]{2}$/.test(text.slice(at - 3, at)))
  );
}
