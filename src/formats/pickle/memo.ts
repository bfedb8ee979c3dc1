import type { PickleValue } from "./value.ts";

/** Higher places are kept apart: an array would be as long as the highest. */
const densePlaces = 1 << 22;

/** What a pickle remembers by number. */
export interface Memo {
  /** Places that hold something. */
  readonly size: () => number;
  readonly get: (place: number) => PickleValue | undefined;
  readonly set: (place: number, value: PickleValue) => void;
}

export function newMemo(): Memo {
  const dense: (PickleValue | undefined)[] = [];
  const sparse = new Map<number, PickleValue>();
  let size = 0;
  return {
    size: () => size + sparse.size,
    get: (place) => (place < densePlaces ? dense[place] : sparse.get(place)),
    set(place, value) {
      if (place >= densePlaces) {
        sparse.set(place, value);
        return;
      }
      if (dense[place] === undefined) size++;
      dense[place] = value;
    },
  };
}
