import { parentPort, workerData } from "node:worker_threads";
import {
  hashRange,
  type Digests,
  type DigestType,
  type HashFailure,
  type Range,
} from "./hash-range.ts";

/** What a worker is told when it starts. */
export interface HashSetup {
  /** One number: the bytes that all workers have read. */
  readonly read: SharedArrayBuffer;
}

/** A range with its place among all. */
export interface HashTask extends Range {
  readonly index: number;
  readonly types: readonly DigestType[];
}

/** What became of a range. */
export interface HashAnswer {
  readonly index: number;
  readonly digests: Digests | HashFailure;
}

const { read } = workerData as HashSetup;
const counter = new BigInt64Array(read);

parentPort?.on("message", (task: HashTask) => {
  const digests = hashRange(task, {
    types: task.types,
    onBytes: (bytes) => Atomics.add(counter, 0, BigInt(bytes)),
  });
  parentPort?.postMessage({ index: task.index, digests } satisfies HashAnswer);
});
