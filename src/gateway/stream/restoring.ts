import type { Edit, GuardStream, StreamState } from "../../guard/contract.ts";
import type { Vault } from "../../guard/redaction.ts";

const placeholder = /\[[A-Z]{1,12}_[0-9]{1,6}\]/g;
const openPlaceholder = /\[(?:[A-Z]{1,12}(?:_[0-9]{0,6})?)?$/;
/** `[` with twelve letters, `_` and six digits. */
const longestOpen = 20;

/** Edits that put values back where a vault's placeholders stand; `isJson` inside a JSON text. */
export function restoringEdits(
  text: string,
  vault: Vault,
  options: { readonly isJson: boolean; readonly offset?: number },
): readonly Edit[] {
  if (vault.size() === 0 || !text.includes("[")) return [];
  const { isJson, offset = 0 } = options;
  return [...text.matchAll(placeholder)].flatMap(({ 0: given, index }) => {
    const value = vault.restore(given);
    if (value === given) return [];
    const written = isJson ? JSON.stringify(value).slice(1, -1) : value;
    return [{ start: offset + index, end: offset + index + given.length, text: written }];
  });
}

/** Edits of both, in order; where they meet the guard's hold. */
export function mergeEdits(guards: readonly Edit[], restoring: readonly Edit[]): readonly Edit[] {
  if (restoring.length === 0) return guards;
  const free = restoring.filter(
    ({ start, end }) => !guards.some((edit) => edit.start < end && start < edit.end),
  );
  return [...guards, ...free].sort((a, b) => a.start - b.start);
}

/**
 * Puts masked values back into what a guard has settled. The guard judges the text with its masks: what
 * is put back came from the client itself.
 */
export function restoringStream(inner: GuardStream, vault: Vault): GuardStream {
  /** Text from `from` on, which is not settled yet. */
  let tail = "";
  let from = 0;

  function restored(state: StreamState, isEnd: boolean): StreamState {
    if (state.isBlocked || vault.size() === 0) return state;
    let until = state.settled;
    if (!isEnd) {
      const last = tail.slice(Math.max(0, until - from - longestOpen), until - from);
      const open = openPlaceholder.exec(last);
      // Its end may still come.
      if (open !== null) until -= last.length - open.index;
    }
    const ready = tail.slice(0, until - from);
    const own = restoringEdits(ready, vault, { isJson: false, offset: from });
    const held = [...waiting, ...state.edits];
    const edits = mergeEdits(
      held.filter(({ end }) => end <= until),
      own,
    );
    waiting = held.filter(({ end }) => end > until);
    // An edit that is not whole is not to be cut in two.
    const first = Math.min(until, ...waiting.map(({ start }) => start));
    tail = tail.slice(first - from);
    from = first;
    return { ...state, settled: first, edits };
  }
  let waiting: readonly Edit[] = [];

  return {
    push: (piece) => {
      tail += piece;
      return restored(inner.push(piece), false);
    },
    end: () => restored(inner.end(), true),
  };
}
