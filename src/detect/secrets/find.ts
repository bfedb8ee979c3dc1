import { anchorSearch, type Anchor } from "./anchors.ts";
import { base64Pieces, escapedPieces, percentPieces } from "./decode.ts";
import { contextMatchers, formMatchers } from "./forms.ts";
import { jwtMatcher } from "./jwt.ts";
import { namedMatcher } from "./named.ts";
import { nameWords } from "./names.ts";
import { matchPem, matchPutty } from "./pem.ts";
import {
  matchAddress,
  matchAuthorization,
  matchBasic,
  matchBearer,
  matchCurl,
  matchDockerAuth,
  matchKaggle,
  matchNetrc,
  matchNpmAuth,
  matchSas,
} from "./places.ts";
import type { Matcher, Secret } from "./secret.ts";

/** How to search. */
export interface SecretOptions {
  /** How many layers of encoding are taken off; 2 where it is not said, 0 for none. */
  readonly depth?: number;
  /** When a token counts as expired, in seconds since 1970; now where it is not said. */
  readonly now?: number;
  /** Secrets at most. */
  readonly limit?: number;
}

const defaultLimit = 10_000;

/** How often an anchor is looked at within what was looked at because of it. */
const mostNested = 5;

/** What leads to what; the matchers with a memory of their own come by name. */
type Action = Matcher | "named" | "jwt";

const actions: (readonly [anchor: Anchor, action: Action])[] = [
  ...[...formMatchers()].map(([text, matcher]): readonly [Anchor, Action] => [
    { text, folded: false },
    matcher,
  ]),
  ...[...contextMatchers()].map(([text, matcher]): readonly [Anchor, Action] => [
    { text, folded: true },
    matcher,
  ]),
  ...nameWords.map((text): readonly [Anchor, Action] => [{ text, folded: true }, "named"]),
  [{ text: "PRIVATE KEY", folded: false }, matchPem],
  [{ text: "PuTTY-User-Key-File-", folded: false }, matchPutty],
  [{ text: "eyJ", folded: false }, "jwt"],
  [{ text: "://", folded: false }, matchAddress],
  [{ text: "authorization", folded: true }, matchAuthorization],
  [{ text: '"key"', folded: false }, matchKaggle],
  [{ text: "basic ", folded: true }, matchBasic],
  [{ text: "bearer ", folded: true }, matchBearer],
  [{ text: '"auth"', folded: false }, matchDockerAuth],
  [{ text: '"auth\\"', folded: false }, matchDockerAuth],
  [{ text: "_auth", folded: false }, matchNpmAuth],
  [{ text: "machine ", folded: false }, matchNetrc],
  [{ text: "curl ", folded: false }, matchCurl],
  [{ text: "sig=", folded: true }, matchSas],
];

const search = anchorSearch(actions.map(([anchor]) => anchor));

interface Candidate {
  readonly secret: Secret;
  readonly rank: number;
}

/** Of those that overlap, the one of the lowest rank, then the longest. */
function settle(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = candidates.toSorted(
    (a, b) =>
      a.secret.value.start - b.secret.value.start || a.rank - b.rank || b.secret.end - a.secret.end,
  );
  const kept: Candidate[] = [];
  for (const candidate of sorted) {
    const before = kept.at(-1);
    if (before === undefined || candidate.secret.value.start >= before.secret.value.end)
      kept.push(candidate);
    else if (candidate.rank < before.rank) kept[kept.length - 1] = candidate;
  }
  return kept;
}

/** Memories that no search has in hand. */
const spare: { readonly reached: Int32Array; readonly nested: Uint8Array }[] = [];

function searchAll(
  text: string,
  { depth, now, limit }: Required<SecretOptions>,
): readonly Candidate[] {
  const found: Candidate[] = [];
  const named = namedMatcher();
  const jwt = jwtMatcher(now);
  const on = (secret: Secret, rank: number): void => {
    if (found.length < limit) found.push({ secret, rank });
  };
  const runs: number[] = [];
  // How far each anchor was looked at, and how often within that: what keeps a text of nothing but
  // beginnings of keys from costing the length of a key for each of them.
  const memory = spare.pop() ?? {
    reached: new Int32Array(actions.length),
    nested: new Uint8Array(actions.length),
  };
  const { reached, nested } = memory;
  reached.fill(0);
  search(text, {
    onAnchor: (anchor, at) => {
      const isNested = at < reached[anchor]!;
      if (isNested && nested[anchor]! >= mostNested) return;
      nested[anchor] = isNested ? nested[anchor]! + 1 : 0;
      const action = actions[anchor]![1];
      const matcher = action === "named" ? named : action === "jwt" ? jwt : action;
      const reach = matcher(text, at, on);
      if (!isNested) reached[anchor] = reach;
    },
    onRun: (at) => runs.push(at),
  });
  spare.push(memory);
  if (depth === 0) return settle(found);
  for (const pieces of [base64Pieces(text, runs), percentPieces(text), escapedPieces(text)]) {
    for (const { start, end, text: inner, decoding } of pieces) {
      if (found.length >= limit) break;
      const options = { depth: depth - 1, now, limit: limit - found.length };
      for (const { secret, rank } of searchAll(inner, options)) {
        const span = { start, end };
        on({ ...secret, ...span, value: span, decoded: decoding }, rank + 10);
      }
    }
  }
  return settle(found);
}

/**
 * Finds the secrets in a text, in the order in which they stand. One pass over the text looks for
 * every kind at once; the time is linear in the length of the text, whatever the text is. Reads
 * nothing but the text.
 */
export function findSecrets(text: string, options: SecretOptions = {}): readonly Secret[] {
  const { depth = 2, now = Date.now() / 1000, limit = defaultLimit } = options;
  return searchAll(text, { depth, now, limit }).map(({ secret }) => secret);
}
