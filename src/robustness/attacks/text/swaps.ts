// Which tokens may stand for which.
import { kindOf, type Vocabulary } from "./vocabulary.ts";

export interface Swaps {
  /** Whether the token at a place may be swapped at all. */
  isOpen(token: number): boolean;
  /** Tokens that may stand for this one. */
  candidates(token: number): Int32Array;
}

/** By a vocabulary tokens of the same kind; without one every token that is not `special`. */
export function swapsOf(
  size: number,
  {
    vocabulary,
    special,
  }: { readonly vocabulary?: Vocabulary; readonly special: readonly number[] },
): Swaps {
  const closed = new Set([...special, ...(vocabulary?.special ?? [])]);
  const kinds = Array.from({ length: size }, (_, id): string | undefined => {
    if (closed.has(id)) return undefined;
    if (vocabulary === undefined) return "any";
    const token = vocabulary.tokens[id];
    return token === undefined ? undefined : kindOf(token);
  });
  const members = new Map<string, number[]>();
  for (const [id, kind] of kinds.entries()) {
    if (kind === undefined) continue;
    const own = members.get(kind);
    if (own === undefined) members.set(kind, [id]);
    else own.push(id);
  }
  const lists = new Map([...members].map(([kind, ids]) => [kind, Int32Array.from(ids)]));
  const kindOfId = (id: number): string | undefined => kinds[id];
  return {
    isOpen: (token) => kindOfId(token) !== undefined && lists.get(kindOfId(token)!)!.length > 1,
    candidates: (token) => lists.get(kindOfId(token) ?? "") ?? new Int32Array(0),
  };
}
