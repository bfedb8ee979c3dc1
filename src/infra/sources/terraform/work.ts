import type { Place, Value } from "../../value.ts";
import { failure, unknown, type Failure } from "./values.ts";

/** What the evaluation of one root module may cost. */
export const limits = {
  /** Expressions evaluated, and elements of lists that functions make. */
  steps: 5_000_000,
  /** Resources and modules, each instance counted. */
  instances: 10_000,
  /** Characters of one text. */
  text: 1_000_000,
  /** Values that one attribute of a resource may be made of. */
  size: 100_000,
  /** Expressions within expressions, through locals and modules. */
  depth: 400,
  /** Modules within modules. */
  modules: 30,
} as const;

/** What has been spent on a root module so far. */
export interface Work {
  steps: number;
  depth: number;
  instances: number;
  /** Counts what was wrong; `try` compares before and after. */
  failures: number;
}

/** Nothing spent yet. */
export function startWork(): Work {
  return { steps: 0, depth: 0, instances: 0, failures: 0 };
}

/** Spends steps; false where there are none left. */
export function spend(work: Work, steps: number): boolean {
  work.steps += steps;
  return work.steps <= limits.steps;
}

/** What stands for values that would have cost too much. */
export function tooMuch(at: Place): Value {
  return unknown("its evaluation takes too many steps", at);
}

/** Notes that something is wrong. */
export function fail(work: Work, cause: string, at: Place): Failure {
  work.failures++;
  return failure(cause, at);
}
