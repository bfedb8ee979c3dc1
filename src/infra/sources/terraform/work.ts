import type { Expression } from "../../../formats/hcl/tree.ts";
import type { Document, Place, Value } from "../../value.ts";
import { failure, unknown, type Failure } from "./values.ts";

/** What the evaluation of one root module may cost. */
export const limits = {
  /** Steps of all root modules together. */
  allSteps: 40_000_000,
  /** Instances of all root modules together. */
  allInstances: 200_000,
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

/** The file of a template, read once. */
export interface ParsedTemplate {
  readonly value: Expression | undefined;
  readonly document: Document;
}

/** What has been spent on a root module so far. */
export interface Work {
  steps: number;
  depth: number;
  instances: number;
  /** Templates by their text. */
  readonly templates: Map<string, ParsedTemplate>;
  /** What may be spent. */
  readonly most: { readonly steps: number; readonly instances: number };
  /** Counts what was wrong; `try` compares before and after. */
  failures: number;
}

/** Nothing spent yet; less may be spent where others have spent much. */
export function startWork(most: Work["most"] = limits): Work {
  return { steps: 0, depth: 0, instances: 0, failures: 0, templates: new Map(), most };
}

/** Spends steps; false where there are none left. */
export function spend(work: Work, steps: number): boolean {
  work.steps += steps;
  return work.steps <= work.most.steps;
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
