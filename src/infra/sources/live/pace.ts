// How fast an API is asked: so many at once, and for each service in a region a bucket of tokens whose rate
// is halved when the service says "slow down", and grows while it does not: limits of APIs are not to be
// had beforehand, and differ from account to account.

/** Limits, all of them with a usual value. */
export interface PaceOptions {
  /** Calls under way at the same time, over all services. */
  readonly concurrency?: number;
  /** Calls a second for each service in a region, to begin with; up to five times that while it bears it. */
  readonly perSecond?: number;
  /** Tries of one call. */
  readonly tries?: number;
  /** The first wait before another try, in milliseconds; doubled each time. */
  readonly firstWaitMs?: number;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** What came of one try. */
export type Attempt<T> =
  | { readonly kind: "done"; readonly value: T }
  | {
      readonly kind: "again";
      /** What to give back when there are no tries left. */
      readonly value: T;
      readonly isThrottled: boolean;
      /** How long the server wants us to wait. */
      readonly waitMs?: number;
    };

/** Runs calls within the limits. */
export interface Pace {
  readonly run: <T>(key: string, attempt: () => Promise<Attempt<T>>) => Promise<T>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

interface Bucket {
  rate: number;
  tokens: number;
  filledAt: number;
  cutAt: number;
}

/** Calls that were under way together are refused together: that is one refusal. */
const oneRefusalMs = 500;

function slowDown(bucket: Bucket): void {
  const now = performance.now();
  if (now - bucket.cutAt < oneRefusalMs) return;
  bucket.cutAt = now;
  bucket.rate = Math.max(slowest, bucket.rate / 2);
  bucket.tokens = Math.min(bucket.tokens, 0);
}

const longestWaitMs = 20_000;
const slowest = 0.5;
const growth = 5;

/** Waits; ends early, with the reason of the signal, when that is aborted. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    if (signal?.aborted === true) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}

/** Makes the limits that all calls of a reading share. */
export function createPace(options: PaceOptions = {}): Pace {
  const { concurrency = 24, perSecond = 20, tries = 8, firstWaitMs = 250, signal } = options;
  const { timeoutMs = 30_000 } = options;
  const buckets = new Map<string, Bucket>();
  const waiting: (() => void)[] = [];
  let free = concurrency;

  async function enter(): Promise<void> {
    if (free > 0) {
      free--;
      return;
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  function leave(): void {
    const next = waiting.shift();
    if (next === undefined) free++;
    else next();
  }
  async function take(bucket: Bucket): Promise<void> {
    const now = performance.now();
    const filled = bucket.tokens + ((now - bucket.filledAt) / 1000) * bucket.rate;
    bucket.tokens = Math.min(Math.max(bucket.rate, 1), filled) - 1;
    bucket.filledAt = now;
    if (bucket.tokens < 0) await pause((-bucket.tokens / bucket.rate) * 1000, signal);
  }

  async function run<T>(key: string, attempt: () => Promise<Attempt<T>>): Promise<T> {
    let bucket = buckets.get(key);
    if (bucket === undefined) {
      bucket = {
        rate: perSecond,
        tokens: perSecond,
        filledAt: performance.now(),
        cutAt: -Infinity,
      };
      buckets.set(key, bucket);
    }
    for (let tried = 1; ; tried++) {
      signal?.throwIfAborted();
      await take(bucket);
      await enter();
      let result: Attempt<T>;
      try {
        signal?.throwIfAborted();
        result = await attempt();
      } finally {
        leave();
      }
      if (result.kind === "done") {
        bucket.rate = Math.min(growth * perSecond, bucket.rate + perSecond / 100);
        return result.value;
      }
      if (result.isThrottled) slowDown(bucket);
      if (tried >= tries) return result.value;
      // Full jitter, so that many who were refused together do not come back together.
      const most = Math.min(longestWaitMs, firstWaitMs * 2 ** (tried - 1));
      const wait = result.waitMs ?? Math.random() * most;
      await pause(Math.min(longestWaitMs, wait), signal);
    }
  }
  return { run, timeoutMs, signal };
}

/** Works on each element, some at the same time. The first error ends it. */
export async function eachAtOnce<T>(
  items: readonly T[],
  { atOnce, work }: { readonly atOnce: number; readonly work: (item: T) => Promise<void> },
): Promise<void> {
  let next = 0;
  async function worker(): Promise<void> {
    while (next < items.length) {
      const item = items[next++]!;
      try {
        await work(item);
      } catch (error) {
        next = items.length;
        throw error;
      }
    }
  }
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, worker);
  // All have ended before an error is told: nobody works on for one who has gone.
  const ended = await Promise.allSettled(workers);
  for (const each of ended) if (each.status === "rejected") throw each.reason;
}
