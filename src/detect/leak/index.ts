import type { Detection } from "../detection.ts";
import { findCanaries, indexCanaries, openCanary } from "./canary.ts";
import { lettersOf } from "./letters.ts";
import { findCopies, indexPrompt, openCopy } from "./overlap.ts";

/** What an answer must not give away. */
export interface Confidential {
  readonly systemPrompts?: readonly string[];
  /** Random words in this session's system prompt, of at least eight letters and digits. */
  readonly canaries?: readonly string[];
  /** Those of other sessions. */
  readonly foreignCanaries?: readonly string[];
}

/** Finds what leaks; made once for an exchange, the prompts' preparation is kept between exchanges. */
export interface LeakFinder {
  readonly find: (text: string) => readonly Detection[];
  /** The earliest offset from which on a later piece could still make a detection; the text's length where none is open. */
  readonly holdFrom: (text: string, from: number) => number;
}

const nothing: LeakFinder = { find: () => [], holdFrom: (text) => text.length };

/**
 * Finds system prompts and canaries in answers: as they stand, edited, spaced, reversed, in rot13, hex,
 * base64 at any alignment, escapes and character codes. Translations and summaries are not found.
 */
export function createLeakFinder(confidential: Confidential): LeakFinder {
  const { systemPrompts = [], canaries = [], foreignCanaries = [] } = confidential;
  if (systemPrompts.length + canaries.length + foreignCanaries.length === 0) return nothing;
  const prompts = systemPrompts.filter((prompt) => prompt !== "").map(indexPrompt);
  const index = indexCanaries({ own: canaries, foreign: foreignCanaries });
  return {
    find: (text) => {
      const letters = lettersOf(text);
      return [
        ...findCanaries(letters, index),
        ...prompts.flatMap((prompt) => findCopies(letters, prompt)),
      ].sort((one, other) => one.start - other.start);
    },
    holdFrom: (text, from) => {
      const letters = lettersOf(text);
      let open = openCanary(letters, index);
      for (const prompt of prompts) open = Math.min(open, openCopy(letters, prompt));
      const offset = open < letters.length ? letters.offsets[open]! : text.length;
      return Math.max(from, offset);
    },
  };
}
