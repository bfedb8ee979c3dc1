// What is known when a result is judged, and how a judgement is said.
import type { AttackOutcome, Rate, TrustPoint } from "../../core/index.ts";
import type { Probes } from "./probes.ts";

/** What is known when a result is judged. */
export interface Evidence {
  readonly labels: Int32Array;
  /** Classes that the model gives untouched inputs. */
  readonly clean: Int32Array;
  readonly classes: number;
  readonly gradients: boolean;
  readonly answers: "logits" | "probabilities" | "labels";
  readonly softmaxStripped: boolean;
  /** Operators that draw numbers, loop or branch at inference; undefined where the graph is not known. */
  readonly unusualOperators: readonly string[] | undefined;
  readonly probes: Probes;
  readonly outcomes: readonly AttackOutcome[];
  /** Worst case per input at the eps that is judged. */
  readonly worst: Rate;
  /** Of attacks run twice with different random numbers: inputs, and those that came out differently. */
  readonly again?:
    | { readonly attack: string; readonly inputs: number; readonly differ: number }
    | undefined;
  /** Inputs with values outside of the model's range. */
  readonly outOfRange: number;
}

/** A share for people. */
export const percent = (share: number): string => {
  const number = share * 100;
  return `${number === 0 || number >= 9.95 ? Math.round(number) : number.toFixed(1)} %`;
};

/** How a sign says what it saw. */
export function point(id: string, title: string) {
  const of = (status: TrustPoint["status"]) => (detail: string) => ({ id, title, status, detail });
  return { good: of("good"), warning: of("warning"), open: of("open") };
}
