// What a process that attacks is told, and what it tells: plain data.
import type { Robustness } from "../../core/index.ts";
import type { Columns, Preprocessing } from "../data/schema.ts";
import type { TargetChoice } from "./evaluation.ts";
import type { EvaluationProgress } from "./evaluation-options.ts";
import type { AttackRequest } from "./plan.ts";

/** What is looked at beside attacks. */
export interface ExaminationRequest {
  readonly certify?: "interval" | "crown" | undefined;
  readonly backdoors: boolean;
  /** Budgets of queries. */
  readonly extract?: readonly number[] | undefined;
  /** Files of inputs that the model was trained on. */
  readonly members?: { readonly data: string; readonly labels?: string | undefined } | undefined;
}

/** Everything that an evaluation needs; paths are as the process finds them. */
export interface AttackJob {
  /** A file; absent where `endpoint` says where the model is. */
  readonly model?: string | undefined;
  readonly endpoint?: Readonly<Record<string, unknown>> | undefined;
  /** What reports call the model and the data. */
  readonly modelName: string;
  readonly dataName: string;
  readonly data: string;
  readonly labels?: string | undefined;
  readonly preprocessing: Preprocessing;
  readonly columns?: Columns | undefined;
  readonly classNames?: readonly string[] | undefined;
  readonly input?: string | undefined;
  readonly output?: string | undefined;
  readonly provider?: string | undefined;
  readonly threads?: number | undefined;
  readonly limit?: number | undefined;
  /** Empty: the usual ones for what the model allows. */
  readonly requests: readonly AttackRequest[];
  /** Bounds that hold for the usual attacks, where none is named. */
  readonly usual: Omit<AttackRequest, "attack">;
  readonly target?: TargetChoice | undefined;
  readonly maxQueries?: number | undefined;
  readonly seed: number;
  readonly batch?: number | undefined;
  readonly corruptions: boolean;
  readonly examine: ExaminationRequest;
  readonly minimum?: number | undefined;
  /** MiB that the process may take in all. */
  readonly memoryMb: number;
}

/** A file that was read, for the coverage of the run. */
export interface ReadFile {
  readonly path: string;
  readonly kind: "onnx" | "hdf5" | "numpy" | "parquet" | "text" | "binary" | "directory";
  readonly size: number;
}

/** What the process tells. */
export type AttackMessage =
  | { readonly kind: "files"; readonly files: readonly ReadFile[] }
  | { readonly kind: "progress"; readonly progress: EvaluationProgress }
  | { readonly kind: "partial"; readonly robustness: Robustness; readonly notes: readonly string[] }
  | { readonly kind: "done"; readonly robustness: Robustness; readonly notes: readonly string[] }
  | {
      readonly kind: "failed";
      readonly code: string;
      readonly message: string;
      readonly hint?: string | undefined;
      readonly stack?: string | undefined;
    };

/** What it is told. */
export type AttackOrder =
  | { readonly kind: "start"; readonly job: AttackJob }
  | { readonly kind: "stop" };
