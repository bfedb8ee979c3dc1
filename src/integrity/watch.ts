import { isSameStamp, listModel, type Listing, type Stamp } from "./model/list.ts";

/** What a model looked like: names with what they are known by. */
export type Look = ReadonlyMap<string, Stamp | undefined>;

/** Looks at what there is. Links are followed, for what they lead to may change as well. */
export function lookAt(model: string): Look {
  let listing: Listing;
  try {
    listing = listModel(model, { allowSymlinks: true });
  } catch {
    // A model that is gone has changed.
    return new Map();
  }
  const seen = new Map<string, Stamp | undefined>();
  for (const { name, stamp } of listing.files) seen.set(name, stamp);
  for (const { name, kind } of listing.unfit) seen.set(`${kind} ${name}`, undefined);
  return seen;
}

function isSame(a: Look, b: Look): boolean {
  if (a.size !== b.size) return false;
  for (const [name, stamp] of a) {
    if (!b.has(name)) return false;
    const other = b.get(name);
    if (stamp === undefined || other === undefined ? stamp !== other : !isSameStamp(stamp, other))
      return false;
  }
  return true;
}

/** Looks at a model again and again. */
export interface Watch {
  readonly close: () => void;
}

/**
 * Calls `onChange` when a file of a model is written, comes, goes or is exchanged. By polling, since
 * notifications are not sent on network file systems, where models are kept.
 */
export function watchModel(
  model: string,
  given: {
    /** What it looked like before it was verified: what has changed since is a change. */
    readonly since: Look;
    readonly intervalMs: number;
    readonly onChange: () => Promise<void>;
  },
): Watch {
  const { intervalMs, onChange } = given;
  let last = given.since;
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    const now = lookAt(model);
    if (isSame(last, now)) return;
    last = now;
    isBusy = true;
    void onChange().finally(() => {
      isBusy = false;
    });
  }, intervalMs);
  return { close: () => clearInterval(timer) };
}
