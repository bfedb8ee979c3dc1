// What is handed from one step of an evaluation to the next.
import type { ParameterValue } from "../../core/index.ts";
import type { AnyAttack, Norm } from "../attacks/define.ts";
import type { Batch } from "../batch.ts";

/** Inputs with their true classes. */
export interface LabelledInputs {
  readonly inputs: Batch;
  /** N. */
  readonly labels: Int32Array;
  readonly classNames?: readonly string[] | undefined;
  /** Of one input, where it is a row of a table. */
  readonly featureNames?: readonly string[] | undefined;
}

/** An attack with its parameters, ready to be run. */
export interface PlannedAttack {
  readonly attack: AnyAttack;
  readonly norm?: Norm | undefined;
  /** The bounds at which it is judged. A bounded attack has one; undefined where nothing bounds it. */
  readonly eps: readonly (number | undefined)[];
  /** As the attack's own schema gave them. */
  readonly parameters: object;
  /** The same for a reader. */
  readonly shown: Readonly<Record<string, ParameterValue>>;
}

/** Which class each input shall be taken for. */
export type TargetChoice =
  | { readonly kind: "random" | "least-likely" | "second" | "next" }
  | { readonly kind: "class"; readonly label: number };

/** What became of each attacked input. */
export interface ItemResults {
  /** Numbers of the inputs in the data, rising. */
  readonly items: Int32Array;
  /** The class that each is taken for after the attack; −1 where the answer is no number. */
  readonly after: Int32Array;
  readonly confidence: Float32Array;
  readonly linf: Float64Array;
  readonly l2: Float64Array;
  readonly l1: Float64Array;
  readonly l0: Float64Array;
  readonly queries: Int32Array;
}

/** What one attack did. */
export interface AttackRecord {
  readonly plan: PlannedAttack;
  readonly results: ItemResults;
  /** Inputs of the data that are spoken of, attacked or wrong from the start: all, or those up to where it was stopped. */
  readonly upTo: number;
  readonly targets?: Int32Array | undefined;
  readonly seconds: number;
  readonly zeroGradients?: number | undefined;
  readonly notes: readonly string[];
  /** Some that succeeded, for the report: number of the input and what it became. */
  readonly kept: readonly { readonly item: number; readonly adversarial: Float32Array }[];
}

/** What a model says of untouched inputs. */
export interface CleanAnswers {
  /** N × classes, as the model gave it. */
  readonly scores: Float32Array;
  readonly classes: Int32Array;
  readonly confidence: Float32Array;
}
