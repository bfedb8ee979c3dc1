// What a tool's description says to the model and not to the person who installs it ("tool
// poisoning", Invariant Labs, April 2025). Patterns are looked for in descriptions only: in prose
// elsewhere such words are quoted.

/** A part of a text, and what is wrong with it. */
export interface Hidden {
  readonly start: number;
  readonly end: number;
  readonly says: string;
  /** `sure` where nobody writes it without a purpose, `hint` where tools have reasons for it too. */
  readonly weight: "sure" | "likely" | "hint";
}

/**
 * Characters that nobody sees. Tags (U+E0000) spell out text for models; zero-width ones hide words
 * from a search. Joiners between letters of Indic scripts and in emoji are left alone.
 */
const invisible =
  /[\u{e0001}\u{e0020}-\u{e007f}]{2,}|[\u{e0100}-\u{e01ef}]{2,}|[\u200b\u2060-\u2064\u{1d173}-\u{1d17a}]{2,}|[a-z][\u200b-\u200d\u2060\ufeff][a-z]/iu;

/** Flags of countries such as England are written with tags: a black flag, and a cancel tag at the end. */
const flag = /\u{1f3f4}[\u{e0061}-\u{e007a}]+\u{e007f}/gu;

const instructions: readonly (readonly [pattern: RegExp, says: string, weight?: "hint"])[] = [
  [/<\/?(?:important|system|secret|hidden|instructions?|admin)>/i, "speaks to the model in tags"],
  [
    /\b(?:ignore|disregard|forget|override)\s{1,3}(?:\w{1,12}\s{1,3}){0,3}(?:previous|prior|above|earlier|other)\s{1,3}(?:\w{1,12}\s{1,3}){0,2}(?:instructions?|rules|prompts?|tools?|messages)\b/i,
    "tells the model to ignore its instructions",
  ],
  [
    /\b(?:read|reads|send|pass|include|upload|cat|attach|open|contents?\s{1,3}of)\b[^.!?]{0,60}(?:~\/\.(?:ssh|aws|cursor|config|kube|netrc)|\bid_rsa\b|\bid_ed25519\b|\.cursor\/mcp\.json|claude_desktop_config)/i,
    "has the model read a file with keys",
  ],
  [
    /\bbefore\s{1,3}(?:using|calling|invoking|running)\s{1,3}(?:this|any|the|other)\s{1,3}(?:other\s{1,3})?tools?\b[^.]{0,60}\b(?:read|send|pass|include|fetch|call|upload)\b/i,
    "tells the model what else to do before",
  ],
  [
    /\b(?:do not|don't|never|without)\s{1,3}(?:tell|telling|mention|mentioning|inform|informing|reveal|revealing|notify|notifying|show|showing|alert|alerting|ask|asking)\s{1,3}(?:\w{1,12}\s{1,3}){0,4}(?:user|human|person|anyone|customer)\b/i,
    "tells the model to keep something from the user",
    "hint",
  ],
];

/** Longest text that is looked at. */
const maxLength = 20_000;

/** What a description hides or demands; the first of it. */
export function hiddenIn(description: string): Hidden | undefined {
  const text = description.slice(0, maxLength);
  const plain = text.includes("\u{1f3f4}") ? text.replaceAll(flag, "") : text;
  const unseen = invisible.exec(plain);
  if (unseen !== null) {
    const says = "holds characters that nobody sees";
    return { start: unseen.index, end: unseen.index + unseen[0].length, says, weight: "sure" };
  }
  for (const [pattern, says, weight = "likely"] of instructions) {
    const found = pattern.exec(text);
    if (found !== null)
      return { start: found.index, end: found.index + found[0].length, says, weight };
  }
  return undefined;
}
