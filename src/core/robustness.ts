// What `pavise attack` measured of a model: the `robustness` section of a Run.

import type { Examinations } from "./examination.ts";

/** A share from 0 to 1 with its 95 % confidence interval (Wilson 1927). */
export interface Rate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Mean, median and greatest of some numbers. */
export interface Spread {
  readonly mean: number;
  readonly median: number;
  readonly max: number;
}

/** How far successful adversarial inputs are from their originals, in the units of the inputs; L0 counts elements. */
export interface Distances {
  readonly linf: Spread;
  readonly l2: Spread;
  readonly l1: Spread;
  readonly l0: Spread;
}

/** How one class fares. */
export interface ClassAccuracy {
  readonly label: number;
  /** Inputs of this class that were evaluated. */
  readonly count: number;
  /** From 0 to 1. */
  readonly clean: number;
  readonly robust: number;
}

/** A value of a parameter of an attack, as it was used. */
export type ParameterValue = string | number | boolean | null | readonly (string | number)[];

/** What an attack is allowed to see. */
export const attackAccesses = ["gradient", "scores", "labels"] as const;
export type AttackAccess = (typeof attackAccesses)[number];

/** One attack at one eps. */
export interface AttackOutcome {
  readonly id: string;
  readonly title: string;
  readonly access: AttackAccess;
  /** `bounded` stays within eps; `minimal` searches the least change and is judged at eps; `unbounded` has no eps. */
  readonly kind: "bounded" | "minimal" | "unbounded";
  /** Absent where the attack has none. */
  readonly norm?: string;
  /** In the units of the inputs; absent where nothing bounds the attack. */
  readonly eps?: number;
  readonly targeted: boolean;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** Inputs that were evaluated; fewer than the data holds where the run was stopped. */
  readonly evaluated: number;
  /** Share of all evaluated inputs that are classified rightly after the attack. */
  readonly robustAccuracy: number;
  readonly interval: readonly [low: number, high: number];
  /** Of the inputs that were classified rightly, the share that the attack changed the answer of. */
  readonly successRate: number;
  /** With targets: of those inputs, the share that is now taken for the target. */
  readonly targetRate?: number;
  readonly perClass: readonly ClassAccuracy[];
  /** Of successful adversarial inputs; absent where there is none. */
  readonly distances?: Distances;
  /** Per attacked input. */
  readonly queries: Spread;
  readonly seconds: number;
  /** Share of zeros among the gradients that the attack saw. */
  readonly zeroGradients?: number;
  /** Of the rightly classified inputs, the share that came back as it was. */
  readonly unchanged: number;
  /** Adversarial inputs that are further away than eps: they don't count. */
  readonly outside: number;
  readonly notes: readonly string[];
}

/** Robust accuracy over eps, for one attack. */
export interface RobustnessCurve {
  readonly attack: string;
  readonly norm: string;
  readonly points: readonly { readonly eps: number; readonly robustAccuracy: Rate }[];
}

/** Per input the worst over several attacks of the same norm and eps. */
export interface WorstCase {
  readonly norm?: string;
  readonly eps?: number;
  readonly attacks: readonly string[];
  readonly robustAccuracy: Rate;
}

/** A reason to trust a result, or not to. */
export interface TrustPoint {
  readonly id: string;
  /** `open`: it could not be looked at in this run. */
  readonly status: "good" | "warning" | "open";
  /** In a few words: what was looked at. */
  readonly title: string;
  /** One sentence: what was seen, and what to do. */
  readonly detail: string;
}

/** An input before and after. Pictures are data addresses of PNG. */
export interface AttackExample {
  /** Number of the input in the data. */
  readonly index: number;
  readonly attack: string;
  readonly norm?: string;
  readonly eps?: number;
  readonly label: number;
  readonly before: Guess;
  readonly after: Guess;
  readonly distance: { readonly linf: number; readonly l2: number; readonly l0: number };
  readonly pictures?: {
    readonly original: string;
    readonly adversarial: string;
    /** Grey where nothing changed. */
    readonly difference: string;
    /** By how much the difference is magnified. */
    readonly magnified: number;
    readonly width: number;
    readonly height: number;
  };
  /** Where the input is a row of a table: what was changed most. */
  readonly features?: readonly {
    readonly name: string;
    readonly before: number;
    readonly after: number;
  }[];
}

/** What the model takes an input for. */
export interface Guess {
  readonly label: number;
  /** From 0 to 1; absent where the model answers with labels only. */
  readonly confidence?: number;
}

/** Accuracy under a common corruption. */
export interface CorruptionOutcome {
  readonly kind: string;
  /** From 1 to 5. */
  readonly severity: number;
  readonly accuracy: number;
}

/** What a gate asked, and what it got. */
export interface RobustnessBar {
  readonly minimum: number;
  readonly measured: Rate;
  readonly norm?: string;
  readonly eps?: number;
  readonly attacks: readonly string[];
}

/** Everything that was measured of a model under attack. */
export interface Robustness extends Examinations {
  readonly model: {
    readonly path: string;
    /** Hex, of the file; absent for a model behind an address. */
    readonly sha256?: string;
    readonly inputShape: readonly number[];
    readonly classes: number;
    readonly answers: "logits" | "probabilities" | "labels";
    /** Whether gradients could be had. */
    readonly gradients: boolean;
    /** A last softmax was taken off, so that gradients do not vanish where the model is sure. */
    readonly softmaxStripped: boolean;
    /** What ran it: cpu, cuda, webgpu, coreml, http. */
    readonly provider: string;
  };
  readonly data: {
    readonly path: string;
    /** Hex, over the values of inputs and labels as they were used. */
    readonly sha256: string;
    /** Inputs that were evaluated. */
    readonly count: number;
    /** Inputs that the data holds. */
    readonly of: number;
    readonly classNames?: readonly string[];
  };
  /** The valid range of an input. */
  readonly range: readonly [least: number, most: number];
  /** What was done to the data, in words: "scaled by 1/255". */
  readonly preprocessing: readonly string[];
  readonly seed: number;
  /** From 0 to 1. */
  readonly cleanAccuracy: number;
  readonly cleanInterval: readonly [low: number, high: number];
  /** Per input the worst over all attacks, each at its first eps: what a gate is about. */
  readonly robust: Rate;
  readonly attacks: readonly AttackOutcome[];
  readonly worst: readonly WorstCase[];
  /** Over every attack of the eps that the gate is about. */
  readonly perClass: readonly ClassAccuracy[];
  readonly curves: readonly RobustnessCurve[];
  readonly trust: readonly TrustPoint[];
  readonly examples: readonly AttackExample[];
  readonly corruptions?: readonly CorruptionOutcome[];
  readonly bar?: RobustnessBar;
  /** False where the run was stopped before every attack was done. */
  readonly complete: boolean;
}

/** Norm and eps as people write them: `linf 8/255` where that is what it is; empty where nothing bounds. */
export function formatBound(norm: string | undefined, eps: number | undefined): string {
  if (norm === undefined) return "";
  if (eps === undefined) return norm;
  const steps = eps * 255;
  const isByte = norm === "linf" && eps < 1 && Math.abs(steps - Math.round(steps)) < 1e-4;
  return `${norm} ${isByte ? `${Math.round(steps)}/255` : Number(eps.toPrecision(4))}`;
}
