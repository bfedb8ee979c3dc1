import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { messageOf, PaviseError, type CoverageReason, type Limits } from "../core/index.ts";
import type { Inspection, Subject, Task } from "./inspect.ts";
import type { WorkerMessage, WorkerSetup } from "./worker.ts";

/** How a pool works. */
interface PoolOptions {
  readonly setup: Omit<WorkerSetup, "heartbeat">;
  /** Workers at most; as many as the machine has processors where it is not said. */
  readonly jobs?: number;
  readonly signal?: AbortSignal;
}

const batchFiles = 32;
const batchBytes = 256 * 1024;
const tickMs = 50;
/** A worker that has not loaded the checks by then never will. */
const startMs = 60_000;
/** Young generation of a worker: larger ones are faster by little and cost memory by much. */
const youngMb = 32;
const stackMb = 8;

/** Large files first, so that no worker starts on the largest when the others are done. */
function batchesOf<T extends Subject>(subjects: readonly T[]): T[][] {
  const batches: T[][] = [];
  let batch: T[] = [];
  let bytes = 0;
  for (const subject of subjects.toSorted((a, b) => b.size - a.size || a.index - b.index)) {
    if (batch.length > 0 && (batch.length >= batchFiles || bytes + subject.size > batchBytes)) {
      batches.push(batch);
      [batch, bytes] = [[], 0];
    }
    batch.push(subject);
    bytes += subject.size;
  }
  if (batch.length > 0) batches.push(batch);
  return batches.reverse();
}

/** One worker thread and what it is at. */
interface Lane {
  readonly worker: Worker;
  readonly heartbeat: Int32Array;
  readonly startedAt: number;
  ready: boolean;
  batch: readonly Task[];
  /** The file last seen on the heartbeat, and since when. */
  current: number;
  since: number;
  closed: boolean;
}

function lost(subject: Task, reason: CoverageReason, detail: string): Inspection {
  const { index, path, size } = subject;
  return {
    index,
    findings: [],
    coverage: { path, kind: "binary", size, status: "failed", reason, detail },
  };
}

function describe(reason: CoverageReason, limits: Limits): string {
  if (reason === "timeout") return `took more than ${limits.fileTimeoutMs} ms`;
  if (reason === "out-of-memory") return `took more than ${limits.workerHeapMb} MiB of memory`;
  return "the worker ended without a word";
}

/** Worker threads that inspect files; they stay, and stay warm, until the pool is closed. */
export interface Pool {
  /**
   * Resolves when every task has been answered for, or when the signal says stop. A file that takes
   * too long or too much memory costs its worker, which is replaced, and itself; every other file of
   * its batch is inspected all the same. Throws where workers cannot start.
   */
  readonly run: (
    tasks: readonly Task[],
    onInspection: (inspection: Inspection) => void,
  ) => Promise<void>;
  /** Starts the workers that these tasks will want, which takes longer than many a batch. */
  readonly prepare: (tasks: readonly Subject[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What the pool was asked for last. */
interface Round {
  readonly queue: Task[][];
  readonly onInspection: (inspection: Inspection) => void;
  /** Files that were under inspection when memory ran out: each gets one more try, alone. */
  readonly suspects: Set<number>;
  readonly end: (error?: unknown) => void;
  unanswered: number;
}

/** Opens a pool; its workers start when there is something to do. */
export function openPool({ setup, jobs: most, signal }: PoolOptions): Pool {
  const lanes = new Set<Lane>();
  let round: Round | undefined;
  let idleStarts = 0;

  function answer(inspection: Inspection): void {
    if (round === undefined) return;
    round.unanswered--;
    round.onInspection(inspection);
    if (round.unanswered === 0) round.end();
  }

  function next(lane: Lane): void {
    const batch = round?.queue.pop();
    lane.batch = batch ?? [];
    lane.current = -1;
    lane.since = performance.now();
    if (batch !== undefined) lane.worker.postMessage(batch);
  }

  function close(lane: Lane): Promise<unknown> {
    lane.closed = true;
    lanes.delete(lane);
    return lane.worker.terminate();
  }

  /** Gives up a worker: the file it was at is to blame, the rest of its batch is done again. */
  function give(lane: Lane, reason: CoverageReason, detail?: string): void {
    if (lane.closed) return;
    void close(lane);
    if (round === undefined) return;
    const { queue, suspects } = round;
    const { batch } = lane;
    const at = Atomics.load(lane.heartbeat, 0);
    const only = batch.length === 1 ? batch[0] : undefined;
    const blamed = batch.find((subject) => subject.index === at) ?? only;
    const rest = batch.filter((subject) => subject !== blamed);
    if (blamed === undefined && !lane.ready && ++idleStarts > 3) {
      round.end(new PaviseError("internal", `the workers cannot start: ${detail ?? reason}`));
      return;
    }
    // Where nobody is to blame, each is tried alone, so that the next time somebody is.
    if (blamed === undefined) queue.push(...rest.map((subject) => [subject]));
    else if (rest.length > 0) queue.push(rest);
    if (blamed !== undefined) {
      // Memory may have been spent by the files before it, so it is tried once more, alone.
      const again = reason !== "timeout" && batch.length > 1 && !suspects.has(blamed.index);
      suspects.add(blamed.index);
      if (again) queue.unshift([blamed]);
      else answer(lost(blamed, reason, detail ?? describe(reason, setup.limits)));
    }
    staff();
  }

  function tick(): void {
    const now = performance.now();
    for (const lane of lanes) {
      if (!lane.ready) {
        if (now - lane.startedAt > startMs) give(lane, "worker-failed", "it did not start");
        continue;
      }
      const at = Atomics.load(lane.heartbeat, 0);
      if (at !== lane.current) [lane.current, lane.since] = [at, now];
      else if (at >= 0 && now - lane.since > setup.limits.fileTimeoutMs) give(lane, "timeout");
    }
  }

  function start(): void {
    const heartbeat = new SharedArrayBuffer(4);
    const view = new Int32Array(heartbeat).fill(-1);
    // `.ts` from the source tree, `.js` when built, `.cjs` when joined.
    const suffix = import.meta.url.slice(import.meta.url.lastIndexOf(".") + 1);
    const worker = new Worker(new URL(`./worker.${suffix}`, import.meta.url), {
      workerData: { ...setup, heartbeat } satisfies WorkerSetup,
      resourceLimits: {
        maxOldGenerationSizeMb: setup.limits.workerHeapMb,
        maxYoungGenerationSizeMb: youngMb,
        stackSizeMb: stackMb,
      },
      execArgv: ["--disable-warning=ExperimentalWarning"],
    });
    const lane: Lane = {
      worker,
      heartbeat: view,
      startedAt: performance.now(),
      ready: false,
      batch: [],
      current: -1,
      since: 0,
      closed: false,
    };
    lanes.add(lane);
    worker.on("message", (message: WorkerMessage) => {
      if (lane.closed) return;
      if (message.kind === "ready") {
        lane.ready = true;
        idleStarts = 0;
      } else {
        lane.batch = [];
        for (const inspection of message.inspections) answer(inspection);
      }
      next(lane);
    });
    worker.on("error", (error: Error & { code?: string }) => {
      const memory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      give(lane, memory ? "out-of-memory" : "worker-failed", memory ? undefined : messageOf(error));
    });
    // What cannot be read is no answer, and no other would come.
    worker.on("messageerror", () => give(lane, "worker-failed", "its answer cannot be read"));
    worker.on("exit", () => give(lane, "worker-failed"));
  }

  /** Gives work to workers that have none, and starts as many more as there is work for. */
  function staff(): void {
    if (round === undefined) return;
    for (const lane of lanes) if (lane.ready && lane.batch.length === 0) next(lane);
    employ(round.queue.length);
  }

  /** Starts workers for so many batches that nobody is at. */
  function employ(batches: number): void {
    const jobs = Math.max(1, most ?? availableParallelism());
    const waiting = [...lanes].filter(({ ready }) => !ready).length;
    for (let more = waiting; more < batches && lanes.size < jobs; more++) start();
  }

  async function closeAll(): Promise<void> {
    await Promise.allSettled([...lanes].map(close));
  }

  return {
    close: closeAll,
    prepare: async (tasks) => {
      if (round === undefined && signal?.aborted !== true) employ(batchesOf(tasks).length);
      // So that they are on their way before the caller is busy.
      await setImmediate();
    },
    run: (tasks, onInspection) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true || tasks.length === 0) {
          resolve();
          return;
        }
        const timer = setInterval(tick, tickMs);
        const end = (error?: unknown): void => {
          if (round?.end !== end) return;
          round = undefined;
          clearInterval(timer);
          signal?.removeEventListener("abort", stop);
          if (error === undefined) resolve();
          else reject(error);
        };
        const stop = (): void => {
          void closeAll().then(() => end());
        };
        signal?.addEventListener("abort", stop);
        round = {
          queue: batchesOf(tasks),
          onInspection,
          suspects: new Set(),
          end,
          unanswered: tasks.length,
        };
        staff();
      }),
  };
}
