import { parentPort, workerData } from "node:worker_threads";
import { hashRange, type HashFailure, type HashType, type Range } from "./hash-range.ts";

/** What a worker is told when it starts. */
export interface HashSetup {
  readonly type: HashType;
  /** One number: the bytes that all workers have read. */
  readonly read: SharedArrayBuffer;
}

/** A range with its place among all. */
export interface HashTask extends Range {
  readonly index: number;
}

/** What became of a range. */
export interface HashAnswer {
  readonly index: number;
  readonly digest: string | HashFailure;
}

const { type, read } = workerData as HashSetup;
const counter = new BigInt64Array(read);

parentPort?.on("message", (task: HashTask) => {
  const digest = hashRange(task, {
    type,
    onBytes: (bytes) => Atomics.add(counter, 0, BigInt(bytes)),
  });
  parentPort?.postMessage({ index: task.index, digest } satisfies HashAnswer);
});
