// The detectors that a guard asks, and what each needs of a text that is still coming.
import type { Detection } from "../detect/detection.ts";
import { findInjection } from "../detect/injection/find.ts";
import { findSecrets } from "../detect/secrets/index.ts";
import { findTemplateTokens } from "../detect/template-tokens/index.ts";
import { samePlace, type ToOriginal } from "../detect/offsets.ts";
import type { Canonical } from "../detect/unicode/index.ts";
import type { View } from "../detect/views/index.ts";
import type { AnswerContext, Source } from "./contract.ts";

/** A text that is judged, read once for all detectors. */
export interface Reading {
  readonly text: string;
  readonly canonical: Canonical;
  readonly views: readonly View[];
  readonly source: Source;
  readonly context: AnswerContext;
}

/** One way of looking. `kinds` are those it can tell: it is asked only where one of them counts. */
export interface Detector {
  readonly kinds: readonly Detection["kind"][];
  readonly find: (reading: Reading) => readonly Detection[];
  /**
   * The earliest offset from which on a later piece of the text could still make or change a
   * detection; the text's length where none is open. `from` is where to begin to look.
   */
  readonly holdFrom?: (text: string, from: number, context: AnswerContext) => number;
}

const secretScores = { high: 0.95, medium: 0.75, low: 0.5 } as const;
const weakSecret = 0.3;

function secretsIn(
  text: string,
  given: { readonly toOriginal: ToOriginal; readonly disguise?: string; readonly depth: number },
): readonly Detection[] {
  const { toOriginal, depth } = given;
  return findSecrets(text, { depth }).map(({ kind, value, confidence, isWeak, decoded }) => {
    const disguise = given.disguise ?? decoded;
    return {
      kind: "secret",
      rule: kind.id,
      score: isWeak === true ? weakSecret : secretScores[confidence],
      ...toOriginal(value.start, value.end),
      ...(disguise !== undefined && { disguise }),
    };
  });
}

function covers(found: readonly Detection[], { start, end }: Detection): boolean {
  return found.some((each) => each.start <= start && each.end >= end);
}

/** Secrets in the text, and those that a disguise of another kind than the search itself knows hides. */
function secretsOf({ text, canonical, views }: Reading): readonly Detection[] {
  const found = [...secretsIn(text, { toOriginal: samePlace, depth: 2 })];
  const add = (more: readonly Detection[]): void => {
    for (const each of more) if (!covers(found, each)) found.push(each);
  };
  if (canonical.text !== text) {
    const { toOriginal } = canonical;
    for (const each of secretsIn(canonical.text, { toOriginal, depth: 2 }))
      add([{ ...each, disguise: canonical.disguiseOf(each) ?? each.disguise }]);
  }
  for (const { text: inner, toOriginal, disguise } of views)
    add(secretsIn(inner, { toOriginal, disguise, depth: 0 }));
  return found;
}

/** Words before a value that make it a secret: what follows on their line is not known yet. */
const secretName = /pass|secret|token|key|pwd|cred|auth|bearer|basic|sig=|machine |login/gi;
const nameReach = 96;
const pemHead = "-----BEGIN ";
const pemReach = 24_100;

function holdSecret(text: string, from: number): number {
  let hold = text.length;
  const nameFrom = Math.max(from, text.length - nameReach);
  const line = Math.max(nameFrom, text.lastIndexOf("\n") + 1);
  secretName.lastIndex = 0;
  const named = secretName.exec(text.slice(line));
  if (named !== null) hold = line + named.index;
  const pem = text.lastIndexOf(pemHead);
  if (pem >= from && text.length - pem < pemReach && text.indexOf("-----END ", pem) < 0)
    hold = Math.min(hold, pem);
  return hold;
}

export const secretDetector: Detector = {
  kinds: ["secret"],
  find: secretsOf,
  holdFrom: holdSecret,
};

export const tokenDetector: Detector = {
  kinds: ["template-tokens"],
  find: ({ text, canonical, views }) => findTemplateTokens(text, { canonical, views }),
  holdFrom: (text, from) => {
    const open = Math.max(text.lastIndexOf("<"), text.lastIndexOf("["));
    return open >= Math.max(from, text.length - 48) ? open : text.length;
  },
};

export const hiddenDetector: Detector = {
  kinds: ["hidden-text"],
  find: ({ canonical }) => canonical.hidden,
};

/** Plain text first: what stands in the open needs no look behind disguises. */
function injectionOf({ canonical, views, source }: Reading): readonly Detection[] {
  const open = findInjection(canonical.text, source).map((each) => {
    const span = canonical.toOriginal(each.start, each.end);
    const disguise = canonical.disguiseOf(span);
    return { ...each, ...span, ...(disguise !== undefined && { disguise }) };
  });
  if (open.length > 0) return open;
  let best: Detection | undefined;
  for (const { text, toOriginal, disguise } of views)
    for (const each of findInjection(text, source))
      if (best === undefined || each.score > best.score)
        best = { ...each, ...toOriginal(each.start, each.end), disguise };
  return best === undefined ? [] : [best];
}

export const injectionDetector: Detector = {
  kinds: ["prompt-injection", "jailbreak"],
  find: injectionOf,
};

/** All of them, in the order in which they are asked. */
export const detectors: readonly Detector[] = [
  hiddenDetector,
  tokenDetector,
  injectionDetector,
  secretDetector,
];
