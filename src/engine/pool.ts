import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { messageOf, PaviseError, type CoverageReason, type Limits } from "../core/index.ts";
import type { Inspection, Task } from "./inspect.ts";
import type { WorkerMessage, WorkerSetup } from "./worker.ts";

/** How a pool works. */
export interface PoolOptions {
  readonly setup: Omit<WorkerSetup, "heartbeat">;
  /** Workers at most; as many as the machine has processors where it is not said. */
  readonly jobs?: number;
  readonly signal?: AbortSignal;
  readonly onInspection: (inspection: Inspection) => void;
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
function batchesOf(subjects: readonly Task[]): Task[][] {
  const batches: Task[][] = [];
  let batch: Task[] = [];
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

/**
 * Inspects files in worker threads. A file that takes too long or too much memory costs its
 * worker, which is replaced, and itself; every other file of its batch is inspected all the same.
 * Resolves when every subject has been answered for, or when `signal` says stop.
 */
export function runPool(subjects: readonly Task[], options: PoolOptions): Promise<void> {
  const { setup, signal, onInspection } = options;
  const queue = batchesOf(subjects);
  const jobs = Math.max(1, Math.min(options.jobs ?? availableParallelism(), queue.length));
  const lanes = new Set<Lane>();
  /** Files that were under inspection when memory ran out: each gets one more try, alone. */
  const suspects = new Set<number>();
  let unanswered = subjects.length;
  let idleStarts = 0;

  return new Promise((resolve, reject) => {
    let settled = false;
    const timer = setInterval(tick, tickMs);

    function settle(error?: unknown): void {
      if (settled) return;
      settled = true;
      clearInterval(timer);
      signal?.removeEventListener("abort", stop);
      const ends = [...lanes].map((lane) => {
        lane.closed = true;
        return lane.worker.terminate();
      });
      void Promise.allSettled(ends).then(() => (error === undefined ? resolve() : reject(error)));
    }
    const stop = (): void => settle();
    signal?.addEventListener("abort", stop);

    function answer(inspection: Inspection): void {
      unanswered--;
      onInspection(inspection);
      if (unanswered === 0) settle();
    }

    function next(lane: Lane): void {
      const batch = queue.pop();
      lane.batch = batch ?? [];
      lane.current = -1;
      lane.since = performance.now();
      if (batch === undefined) {
        close(lane);
        return;
      }
      lane.worker.postMessage(batch);
    }

    function close(lane: Lane): void {
      lane.closed = true;
      lanes.delete(lane);
      void lane.worker.terminate();
    }

    /** Gives up a worker: the file it was at is to blame, the rest of its batch is done again. */
    function give(lane: Lane, reason: CoverageReason, detail?: string): void {
      if (settled || lane.closed) return;
      const at = Atomics.load(lane.heartbeat, 0);
      const only = lane.batch.length === 1 ? lane.batch[0] : undefined;
      const blamed = lane.batch.find((subject) => subject.index === at) ?? only;
      const rest = lane.batch.filter((subject) => subject !== blamed);
      const { batch } = lane;
      close(lane);
      if (blamed === undefined && !lane.ready && ++idleStarts > 3) {
        settle(new PaviseError("internal", `the workers cannot start: ${detail ?? reason}`));
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
      if (!settled && queue.length > 0 && lanes.size < jobs) start();
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
        if (settled || lane.closed) return;
        if (message.kind === "ready") {
          lane.ready = true;
          idleStarts = 0;
        } else {
          lane.batch = [];
          for (const inspection of message.inspections) answer(inspection);
        }
        if (!settled) next(lane);
      });
      worker.on("error", (error: Error & { code?: string }) => {
        const memory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
        give(
          lane,
          memory ? "out-of-memory" : "worker-failed",
          memory ? undefined : messageOf(error),
        );
      });
      // What cannot be read is no answer, and no other would come.
      worker.on("messageerror", () => give(lane, "worker-failed", "its answer cannot be read"));
      worker.on("exit", () => give(lane, "worker-failed"));
    }

    if (signal?.aborted === true || unanswered === 0) settle();
    else for (let lane = 0; lane < jobs; lane++) start();
  });
}
