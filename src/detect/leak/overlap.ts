// How much of a system prompt an answer repeats: by pieces of twenty letters, so that changed case,
// spacing, punctuation, markup and a word here and there make no difference.
import type { Detection } from "../detection.ts";
import { longForms } from "./forms.ts";
import { lettersOf, type Letters } from "./letters.ts";
import { addToFilter, createFilter, eachShingle, mayHave, type HashFilter } from "./shingles.ts";

/** Four words or so. */
export const shingle = 20;
/** Of the prompt every fourth place is kept; of the answer all are looked up. */
export const stride = 4;
/** Letters that may be different between two pieces of one copy. */
const longestGap = 60;
/** Letters from which on a copy is told; what people say to each other in common is shorter. */
const fewest = 64;
/** A prompt that is shorter than twice that is leaked by most of it. */
const fewestOfShort = 28;
const longestPrompt = 65_536;

/** A system prompt in all codes, ready to be compared. */
export interface PromptIndex {
  readonly disguises: ReadonlyMap<number, string | undefined>;
  readonly filter: HashFilter;
  readonly letters: number;
}

/** What many system prompts have in common, and answers say of themselves. */
const common = lettersOf(
  "You are a helpful assistant. You are a helpful, harmless, and honest AI assistant. I am a helpful assistant and I am here to help you. Is there anything else I can help you with today? Answer the user's questions. As an AI language model, I cannot. You are a large language model trained by OpenAI. You are ChatGPT, a large language model trained by OpenAI. You are Claude, an AI assistant created by Anthropic. Let me know if you have any questions. If you have any questions, feel free to ask. Please provide a detailed answer. Think step by step. Let's think step by step. Today's date is. Knowledge cutoff: current date:",
);
const commonHashes = new Set<number>();
eachShingle(common, shingle, (hash) => commonHashes.add(hash));

function index(prompt: string): PromptIndex {
  const disguises = new Map<number, string | undefined>();
  const filter = createFilter();
  for (const { text, disguise } of longForms(prompt.slice(0, longestPrompt)))
    eachShingle(lettersOf(text), shingle, (hash, at) => {
      if (at % stride !== 0 || disguises.has(hash) || commonHashes.has(hash)) return;
      disguises.set(hash, disguise);
      addToFilter(filter, hash);
    });
  return { disguises, filter, letters: lettersOf(prompt.slice(0, longestPrompt)).length };
}

/** Prompts are the same from one exchange to the next: the last few are kept ready. */
const ready = new Map<string, PromptIndex>();
const mostReady = 16;

/** Prepares a system prompt; its first 65,536 characters count. */
export function indexPrompt(prompt: string): PromptIndex {
  const known = ready.get(prompt);
  ready.delete(prompt);
  const made = known ?? index(prompt);
  ready.set(prompt, made);
  if (ready.size > mostReady) ready.delete(ready.keys().next().value!);
  return made;
}

/** Pieces of a prompt that stand together in an answer; `from` and `to` count letters. */
interface Copy {
  readonly disguise: string | undefined;
  readonly from: number;
  to: number;
  /** Letters that are the prompt's. */
  covered: number;
}

function copiesIn(letters: Letters, { disguises, filter }: PromptIndex): readonly Copy[] {
  const copies: Copy[] = [];
  const open = new Map<string | undefined, Copy>();
  eachShingle(letters, shingle, (hash, at) => {
    if (!mayHave(filter, hash) || !disguises.has(hash)) return;
    const disguise = disguises.get(hash);
    const last = open.get(disguise);
    const end = at + shingle;
    if (last !== undefined && at - last.to <= longestGap) {
      last.covered += end - Math.max(at, last.to);
      last.to = end;
      return;
    }
    const copy = { disguise, from: at, to: end, covered: shingle };
    open.set(disguise, copy);
    copies.push(copy);
  });
  return copies;
}

/** Bytes are twice as many letters in hex, and a third more in base64. */
const swelling: Readonly<Record<string, number>> = { hex: 2, base64: 4 / 3 };

function scoreOf({ covered, from, to, disguise }: Copy, promptLetters: number): number {
  const own = covered / (swelling[disguise ?? ""] ?? 1);
  if (promptLetters < 2 * fewest)
    return own >= Math.max(fewestOfShort, promptLetters * 0.6) ? 0.85 : 0;
  if (own < fewest || covered < (to - from) * 0.4) return 0;
  // Nobody writes base64 of the prompt by chance.
  if (disguise !== undefined) return 0.95;
  return own >= 200 ? 0.97 : own >= 110 ? 0.85 : 0.65;
}

/** Copies of a system prompt in the letters of an answer. */
export function findCopies(letters: Letters, prompt: PromptIndex): readonly Detection[] {
  const found: Detection[] = [];
  for (const copy of copiesIn(letters, prompt)) {
    const score = scoreOf(copy, prompt.letters);
    if (score === 0) continue;
    const start = letters.offsets[copy.from]!;
    const end = letters.offsets[copy.to - 1]! + 1;
    const { disguise } = copy;
    found.push({
      kind: "system-prompt-leak",
      rule: "prompt-overlap",
      score,
      start,
      end,
      ...(disguise === undefined ? {} : { disguise }),
    });
  }
  return found;
}

/** The first letter from which on the end of an answer may yet become a copy that is told. */
export function openCopy(letters: Letters, prompt: PromptIndex): number {
  // A piece shows once it is whole, at one of four places.
  let open = Math.max(0, letters.length - shingle - stride + 2);
  for (const { from, to } of copiesIn(letters, prompt))
    if (letters.length - to <= longestGap + shingle + stride) open = Math.min(open, from);
  return open;
}
