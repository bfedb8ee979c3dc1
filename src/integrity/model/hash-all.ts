import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { PaviseError } from "../../core/index.ts";
import {
  hashRange,
  openHasher,
  type HashFailure,
  type HashType,
  type Range,
} from "./hash-range.ts";
import type { HashAnswer, HashSetup, HashTask } from "./hash-worker.ts";

/** Bytes that were read, of how many. */
export interface HashProgress {
  readonly done: number;
  readonly total: number;
}

/** How ranges are hashed. */
export interface HashOptions {
  readonly type: HashType;
  /** Threads at most; as many as the machine has processors where it is not said. */
  readonly jobs?: number;
  readonly onProgress?: (progress: HashProgress) => void;
  readonly signal?: AbortSignal;
}

/** Below this much, starting threads costs more than they save. */
const fewBytes = 48 * 1024 * 1024;
const tickMs = 100;

/**
 * Hashes every range, the largest first, and gives the digests in the order of the ranges. Throws
 * `interrupted` where the signal says stop.
 */
export async function hashAll(
  ranges: readonly Range[],
  options: HashOptions,
): Promise<readonly (string | HashFailure)[]> {
  const { type } = options;
  // What is missing is said before anything is read.
  openHasher(type);
  const total = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  const jobs = Math.min(options.jobs ?? availableParallelism(), ranges.length);
  const answer =
    jobs > 1 && total > fewBytes
      ? await inThreads(ranges, { ...options, jobs, total })
      : await here(ranges, { ...options, total });
  options.onProgress?.({ done: total, total });
  return answer;
}

type Settled = HashOptions & { readonly total: number };

function interrupted(): PaviseError {
  return new PaviseError("interrupted", "stopped before every file was hashed");
}

async function here(
  ranges: readonly Range[],
  { type, total, onProgress, signal }: Settled,
): Promise<readonly (string | HashFailure)[]> {
  const digests: (string | HashFailure)[] = [];
  let done = 0;
  let isDue = performance.now() + tickMs;
  for (const range of ranges) {
    if (signal?.aborted === true) throw interrupted();
    const onBytes = (bytes: number): void => {
      done += bytes;
      if (performance.now() < isDue) return;
      isDue = performance.now() + tickMs;
      onProgress?.({ done, total });
    };
    digests.push(hashRange(range, { type, onBytes }));
    // So that an interrupt is heard between two files.
    if (performance.now() >= isDue) await new Promise(setImmediate);
  }
  return digests;
}

function inThreads(
  ranges: readonly Range[],
  { type, jobs, total, onProgress, signal }: Settled & { readonly jobs: number },
): Promise<readonly (string | HashFailure)[]> {
  const digests: (string | HashFailure)[] = Array.from({ length: ranges.length });
  const queue: HashTask[] = ranges
    .map((range, index) => ({ ...range, index }))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const read = new SharedArrayBuffer(8);
  const counter = new BigInt64Array(read);
  const workers: Worker[] = [];
  let left = ranges.length;

  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      onProgress?.({ done: Number(Atomics.load(counter, 0)), total });
    }, tickMs);
    const end = (error?: Error): void => {
      clearInterval(timer);
      signal?.removeEventListener("abort", stop);
      void Promise.allSettled(workers.map((worker) => worker.terminate())).then(() =>
        error === undefined ? resolve(digests) : reject(error),
      );
    };
    const stop = (): void => end(interrupted());
    if (signal?.aborted === true) {
      stop();
      return;
    }
    signal?.addEventListener("abort", stop);
    const suffix = import.meta.url.slice(import.meta.url.lastIndexOf(".") + 1);
    for (let count = 0; count < jobs; count++) {
      const worker = new Worker(new URL(`./hash-worker.${suffix}`, import.meta.url), {
        workerData: { type, read } satisfies HashSetup,
        execArgv: ["--disable-warning=ExperimentalWarning"],
      });
      workers.push(worker);
      const next = (): void => {
        const task = queue.pop();
        if (task !== undefined) worker.postMessage(task);
      };
      worker.on("message", ({ index, digest }: HashAnswer) => {
        digests[index] = digest;
        if (--left === 0) end();
        else next();
      });
      worker.on("error", (error: Error) => end(error));
      next();
    }
  });
}
