// Redaction that is undone in the answer: the model works with placeholders, the client reads what
// they stand for. One vault serves one exchange or conversation and is forgotten with it.
import type { Detection, DetectionKind } from "../detect/detection.ts";
import type { Edit, GuardResult } from "./contract.ts";
import { labels } from "./edits.ts";

/** Kinds that are put back unless told otherwise. Secrets are not: the answer has no need of them. */
export const reversibleKinds: readonly DetectionKind[] = [
  "email-address",
  "phone-number",
  "credit-card",
  "iban",
  "us-ssn",
  "ip-address",
  "national-id",
];

/** `[EMAIL_12]`: a letter more and it is none. */
const placeholder = /\[([A-Z]{1,12})_([0-9]{1,6})\]/g;
const longestPlaceholder = 21;
const openPlaceholder = /\[(?:[A-Z]{1,12}(?:_[0-9]{0,6})?)?$/;

/** Puts values back into a text that comes in pieces. */
export interface Restoring {
  /** What of the text is known to hold no unfinished placeholder, with values put back. */
  readonly push: (piece: string) => string;
  readonly end: () => string;
}

/** The values of one exchange, by placeholder. */
export interface Vault {
  /** The edits of a result, with a placeholder for each value that can be put back. */
  readonly hide: (text: string, result: GuardResult) => readonly Edit[];
  /** Puts back the values of placeholders that this vault gave out; others stay. */
  readonly restore: (text: string) => string;
  readonly openRestoring: () => Restoring;
  /** How many values it holds. */
  readonly size: () => number;
}

/**
 * Opens a vault. The same value has the same placeholder wherever it stands, and no placeholder is
 * one that a text brought along.
 */
export function openVault(kinds: readonly DetectionKind[] = reversibleKinds): Vault {
  const byValue = new Map<string, string>();
  const byPlaceholder = new Map<string, string>();
  const counts = new Map<string, number>();
  const foreign = new Set<string>();

  function placeholderOf(kind: DetectionKind, value: string): string {
    const label = labels[kind];
    const known = byValue.get(`${label} ${value}`);
    if (known !== undefined) return known;
    let made: string;
    do {
      const count = (counts.get(label) ?? 0) + 1;
      counts.set(label, count);
      made = `[${label}_${count}]`;
    } while (foreign.has(made));
    byValue.set(`${label} ${value}`, made);
    byPlaceholder.set(made, value);
    return made;
  }

  function restore(text: string): string {
    if (byPlaceholder.size === 0 || !text.includes("[")) return text;
    return text.replaceAll(placeholder, (given) => byPlaceholder.get(given) ?? given);
  }

  return {
    hide: (text, { detections, edits }) => {
      if (edits.length === 0) return edits;
      for (const [given] of text.matchAll(placeholder)) foreign.add(given);
      const spans = new Map<string, Detection>();
      for (const each of detections)
        if (kinds.includes(each.kind)) spans.set(`${each.start}-${each.end}`, each);
      return edits.map((edit) => {
        const { start, end } = edit;
        const detection = spans.get(`${start}-${end}`);
        if (detection === undefined) return edit;
        return { start, end, text: placeholderOf(detection.kind, text.slice(start, end)) };
      });
    },
    restore,
    openRestoring: () => {
      let held = "";
      return {
        push: (piece) => {
          const text = held + piece;
          const tail = text.slice(-longestPlaceholder);
          const open = openPlaceholder.exec(tail);
          const cut = open === null ? text.length : text.length - tail.length + open.index;
          held = text.slice(cut);
          return restore(text.slice(0, cut));
        },
        end: () => {
          const rest = restore(held);
          held = "";
          return rest;
        },
      };
    },
    size: () => byPlaceholder.size,
  };
}
