import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { PaviseError } from "../../core/index.ts";
import {
  hashSteps,
  isFailure,
  openHasher,
  type Digests,
  type DigestType,
  type HashFailure,
  type Range,
} from "./hash-range.ts";
import type { HashAnswer, HashSetup, HashTask } from "./hash-worker.ts";
import { isSameStamp, type Stamp } from "./list.ts";

/** Bytes that were read, of how many. */
export interface HashProgress {
  readonly done: number;
  readonly total: number;
}

/** How ranges are hashed. */
export interface HashOptions {
  readonly type: DigestType;
  /** Threads at most; as many as the machine has processors where it is not said. */
  readonly jobs?: number;
  readonly onProgress?: (progress: HashProgress) => void;
  readonly signal?: AbortSignal;
  /** Whole files of which more than one question is asked. */
  readonly shared?: SharedDigests;
}

/** Digests of whole files that several looks at a model share, so that each file is read once. */
export interface SharedDigests {
  /** What will be asked of a file as well, by its name on disk. */
  readonly wanted: ReadonlyMap<string, readonly DigestType[]>;
  /** What is known by now. */
  readonly known: Map<string, { readonly stamp: Stamp; readonly digests: Digests }>;
}

/** Below this much, starting threads costs more than they save. */
const fewBytes = 48 * 1024 * 1024;
const tickMs = 100;

/** A range, and what is to be known of it. */
type Task = Range & { readonly types: readonly DigestType[] };
type Answer = Digests | HashFailure;

/** What is asked of a range: what others will ask of a whole file is found out along with it. */
function taskOf(range: Range, { type, shared }: Pick<HashOptions, "type" | "shared">): Task {
  const isWhole = range.start === 0 && range.end === Number(range.stamp.size);
  const more = isWhole ? (shared?.wanted.get(range.file) ?? []) : [];
  return { ...range, types: [...new Set([type, ...more])] };
}

/** What is known of a task already. */
function knownOf({ file, stamp, start, end, types }: Task, shared?: SharedDigests): Answer {
  const known = shared?.known.get(file);
  if (known === undefined || start !== 0 || end !== Number(stamp.size)) return {};
  if (!isSameStamp(known.stamp, stamp))
    return { kind: "changed", message: "it changed between two looks" };
  return types.every((type) => known.digests[type] !== undefined) ? known.digests : {};
}

/**
 * Hashes every range, the largest first, and gives the digests in the order of the ranges. Throws
 * `interrupted` where the signal says stop.
 */
export async function hashAll(
  ranges: readonly Range[],
  options: HashOptions,
): Promise<readonly (string | HashFailure)[]> {
  const { type, shared } = options;
  // What is missing is said before anything is read.
  openHasher(type);
  const tasks = ranges.map((range) => taskOf(range, options));
  const answers = tasks.map((task) => knownOf(task, shared));
  const isOpen = (at: number): boolean => {
    const answer = answers[at]!;
    return !isFailure(answer) && answer[type] === undefined;
  };
  const open = [...tasks.keys()].filter(isOpen);
  const fresh = await hashTasks(
    open.map((at) => tasks[at]!),
    options,
  );
  for (const [index, at] of open.entries()) {
    const { file, stamp, start, end } = tasks[at]!;
    const answer = fresh[index]!;
    answers[at] = answer;
    if (isFailure(answer) || start !== 0 || end !== Number(stamp.size)) continue;
    const before = shared?.known.get(file)?.digests;
    shared?.known.set(file, { stamp, digests: { ...before, ...answer } });
  }
  return answers.map((answer) => (isFailure(answer) ? answer : answer[type]!));
}

async function hashTasks(tasks: readonly Task[], options: HashOptions): Promise<readonly Answer[]> {
  const total = tasks.reduce((sum, { start, end }) => sum + end - start, 0);
  const jobs = Math.min(options.jobs ?? availableParallelism(), tasks.length);
  const answers =
    jobs > 1 && total > fewBytes
      ? await inThreads(tasks, { ...options, jobs, total })
      : await here(tasks, { ...options, total });
  options.onProgress?.({ done: total, total });
  return answers;
}

type Settled = HashOptions & { readonly total: number };

function interrupted(): PaviseError {
  return new PaviseError("interrupted", "stopped before every file was hashed");
}

async function here(
  tasks: readonly Task[],
  { total, onProgress, signal }: Settled,
): Promise<readonly Answer[]> {
  let done = 0;
  let isDue = performance.now() + tickMs;
  const pause = async (): Promise<void> => {
    onProgress?.({ done, total });
    // So that an interrupt is heard, also within a file of many gigabytes.
    await new Promise(setImmediate);
    if (signal?.aborted === true) throw interrupted();
    isDue = performance.now() + tickMs;
  };
  const hash = async (task: Task): Promise<Answer> => {
    const steps = hashSteps(task, task.types);
    try {
      for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
        done += step.value;
        // Awaited where there is something to wait for only: nearly never.
        if (performance.now() >= isDue) await pause();
      }
    } finally {
      steps.return({});
    }
  };
  const answers: Answer[] = [];
  for (const task of tasks) {
    if (signal?.aborted === true) throw interrupted();
    answers.push(await hash(task));
  }
  return answers;
}

function inThreads(
  tasks: readonly Task[],
  { jobs, total, onProgress, signal }: Settled & { readonly jobs: number },
): Promise<readonly Answer[]> {
  const answers: Answer[] = Array.from({ length: tasks.length });
  const queue: HashTask[] = tasks
    .map((task, index) => ({ ...task, index }))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const read = new SharedArrayBuffer(8);
  const counter = new BigInt64Array(read);
  const workers: Worker[] = [];
  let left = tasks.length;

  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      onProgress?.({ done: Number(Atomics.load(counter, 0)), total });
    }, tickMs);
    const end = (error?: Error): void => {
      clearInterval(timer);
      signal?.removeEventListener("abort", stop);
      void Promise.allSettled(workers.map((worker) => worker.terminate())).then(() =>
        error === undefined ? resolve(answers) : reject(error),
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
        workerData: { read } satisfies HashSetup,
        execArgv: ["--disable-warning=ExperimentalWarning"],
      });
      workers.push(worker);
      const next = (): void => {
        const task = queue.pop();
        if (task !== undefined) worker.postMessage(task);
      };
      worker.on("message", ({ index, digests }: HashAnswer) => {
        answers[index] = digests;
        if (--left === 0) end();
        else next();
      });
      worker.on("error", (error: Error) => end(error));
      next();
    }
  });
}
