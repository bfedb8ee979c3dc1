import { hash } from "node:crypto";
import type { Guard, GuardResult, Source } from "../../guard/contract.ts";
import { passed } from "./tolerant-guard.ts";

/** Texts that are remembered; as many again before the older half is forgotten. */
const mostTexts = 20_000;
/** Shorter ones are judged about as fast as they are hashed. */
const shortest = 128;

/** The same result for every text that there is nothing to say of. */
const clean: GuardResult = { verdict: "allow", detections: [], edits: [] };

/** What of a conversation comes again with every turn is judged once. */
export interface RememberingGuard {
  readonly input: (text: string, source: Source, tenant: string) => GuardResult;
}

/**
 * A conversation is sent anew with each of its turns, and a guard says the same of the same text. Only
 * digests of texts that nothing was seen in are kept, by tenant, so that nobody learns by the clock what
 * another tenant has asked. Made anew with each configuration, as guards are.
 */
export function rememberingGuard(guard: Guard): RememberingGuard {
  let young = new Set<string>();
  let old = new Set<string>();
  return {
    input: (text, source, tenant) => {
      // Digests take what is no character for the same one.
      if (text.length < shortest || !text.isWellFormed()) return guard.input(text, source);
      const digest = hash("sha256", `${tenant}\0${source}\0${text}`, "base64");
      if (young.has(digest)) return clean;
      const wasKnown = old.has(digest);
      const result = wasKnown ? clean : guard.input(text, source);
      const { verdict, detections, edits } = result;
      if (result === passed || verdict !== "allow" || detections.length > 0 || edits.length > 0)
        return result;
      if (young.size >= mostTexts) {
        old = young;
        young = new Set();
      }
      young.add(digest);
      return result;
    },
  };
}

const memories = new WeakMap<Guard, RememberingGuard>();

/** The memory of a guard, which goes with it. */
export function memoryOf(guard: Guard): RememberingGuard {
  let memory = memories.get(guard);
  if (memory === undefined) {
    memory = rememberingGuard(guard);
    memories.set(guard, memory);
  }
  return memory;
}
