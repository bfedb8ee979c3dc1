// What an evaluation is asked for.
import type { CorruptionOutcome, Examinations, Robustness } from "../../core/index.ts";
import type { AttackRecord, CleanAnswers, PlannedAttack, TargetChoice } from "./evaluation.ts";

/** How far an evaluation is. */
export interface EvaluationProgress {
  /** What is being done: "clean answers", or an attack. */
  readonly step: string;
  readonly at: number;
  readonly steps: number;
  readonly done: number;
  readonly total: number;
}

/** What is known of a model beside its answers. */
export interface ModelFacts {
  readonly path: string;
  readonly sha256?: string | undefined;
  readonly softmaxStripped: boolean;
  readonly provider: string;
  /** Operators that draw numbers, loop or branch; undefined where the graph is not known. */
  readonly unusualOperators?: readonly string[] | undefined;
}

/** What is known of the data beside its numbers. */
export interface DataFacts {
  readonly path: string;
  readonly of: number;
  readonly preprocessing: readonly string[];
}

/** One thing that is looked at beside attacks. */
export interface Examination {
  /** What is shown while it runs. */
  readonly step: string;
  readonly run: (given: {
    readonly records: readonly AttackRecord[];
    readonly clean: CleanAnswers;
    readonly done: (share: number) => void;
    readonly signal: AbortSignal | undefined;
  }) => Promise<Examinations>;
}

export interface EvaluationOptions {
  readonly model: ModelFacts;
  readonly data: DataFacts;
  readonly attacks: readonly PlannedAttack[];
  readonly seed: number;
  /** Inputs at once. */
  readonly batch: number;
  readonly target?: TargetChoice | undefined;
  readonly maxQueries?: number | undefined;
  /** The least robust accuracy, from 0 to 1. */
  readonly minimum?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: EvaluationProgress) => void) | undefined;
  /** What is known so far, after the clean answers and after each attack. */
  readonly onPartial?: ((known: Robustness) => void) | undefined;
  /** Accuracy under common corruptions, where it is asked for. */
  readonly corruptions?:
    | ((
        onShare: (share: number) => void,
        signal: AbortSignal | undefined,
      ) => Promise<readonly CorruptionOutcome[]>)
    | undefined;
  /** What is looked at beside attacks, one after another. */
  readonly examinations?: readonly Examination[] | undefined;
}
