// How an attack is written: its facts beside its code, as with checks.
import type { z } from "zod";
import type { Batch } from "../batch.ts";
import type { Classifier, DifferentiableClassifier } from "../classifier.ts";
import type { Random } from "../random.ts";

/** How far an input was moved is measured by one of these. L0 counts elements. */
export const norms = ["linf", "l2", "l1", "l0"] as const;
export type Norm = (typeof norms)[number];

/** What an attack needs of the model. */
export type Access = "gradient" | "scores" | "labels";

/** What every attack is given. */
export interface AttackInput {
  readonly inputs: Batch;
  /** True classes. An untargeted attack moves away from them. */
  readonly labels: Int32Array;
  /** Where given, the class each input shall be taken for. */
  readonly targets?: Int32Array;
  /** What makes it repeatable: fork it per item, so that the batch size changes nothing. */
  readonly random: Random;
  /** Number of the first item in the whole data set: the random numbers of item i are of `random.fork(first + i)`. */
  readonly first: number;
  /** Once it is aborted an attack throws its reason before it asks the model again. */
  readonly signal?: AbortSignal;
  /** Queries that each item may cost; an attack stops there and gives what it has. */
  readonly maxQueries?: number;
  /** Inputs of known classes from which attacks that know labels only may start, such as the rest of the data. */
  readonly references?: { readonly inputs: Batch; readonly labels: Int32Array };
  /** From 0 to 1. */
  readonly progress?: (done: number) => void;
}

export interface AttackResult {
  /** As the inputs: what is unchanged was given up, or needed nothing. Within the model's range always. */
  readonly adversarial: Batch;
  /** Queries per item. */
  readonly queries: Int32Array;
  /** Share of zeros among the gradients' elements, where the attack used gradients: a sign of masking. */
  readonly zeroGradients?: number;
  /** For an attack of several parts: how many items each part was the first to break; `clean` were wrong before. */
  readonly stages?: Readonly<Record<string, number>>;
  /** What the user should know: a limit that was hit, a signal that the result is weak. */
  readonly notes?: readonly string[];
}

/** What is known of an attack. */
export interface AttackMeta {
  /** As on the command line: kebab-case, the field's own name. */
  readonly id: string;
  readonly title: string;
  /** Authors, year, title, arXiv number or venue. */
  readonly paper: string;
  readonly access: Access;
  /** Norms in which it bounds or minimises the perturbation. */
  readonly norms: readonly Norm[];
  /** `bounded`: stays within eps. `minimal`: searches the least perturbation; eps is applied when it is judged. */
  readonly kind: "bounded" | "minimal" | "unbounded";
  readonly canTarget: boolean;
  /** It makes one perturbation for all inputs: it is given every input at once, not batch by batch. */
  readonly isUniversal?: boolean;
}

type RunOn<A extends Access, P> = (
  model: A extends "gradient" ? DifferentiableClassifier : Classifier,
  input: AttackInput,
  parameters: P,
) => Promise<AttackResult>;

/**
 * An attack. `parameters` is a strict zod object; each field has a default and a `describe` with its unit.
 * `eps`, `stepSize`, `steps`, `restarts`, `norm`, `randomStart`, `queries` have these names everywhere;
 * eps is in the units of the inputs.
 */
export interface Attack<A extends Access = Access, S extends z.ZodType = z.ZodType> {
  readonly meta: AttackMeta & { readonly access: A };
  readonly parameters: S;
  readonly run: RunOn<A, z.output<S>>;
}

/** An attack whatever its parameters are: what lists hold. */
export interface AnyAttack {
  readonly meta: AttackMeta;
  readonly parameters: z.ZodType;
  // A list cannot know each one's parameters; they were parsed by its own schema just before.
  readonly run: (model: never, input: AttackInput, parameters: never) => Promise<AttackResult>;
}

/** Ties an attack's parameters to its code. */
export function defineAttack<const A extends Access, S extends z.ZodType>(
  attack: Attack<A, S>,
): Attack<A, S> {
  return attack;
}
