// What `pavise attack` finds out of a model beside its robust accuracy.
import type { Rate } from "./robustness.ts";

/** Whether anything within eps can change an answer: proved, refuted, or open. Shares of all inputs. */
export interface Certification {
  readonly norm: string;
  readonly eps: number;
  readonly method: "interval" | "crown";
  readonly evaluated: number;
  /** Classified rightly, and proved to stay so. */
  readonly certified: Rate;
  /** Wrong from the start, or broken by an attack of this run at this norm and eps. */
  readonly broken: number;
  /** Neither. */
  readonly unknown: number;
  readonly seconds: number;
  /** Why nothing could be certified: an operator without bounds. */
  readonly refusal?: string;
}

/** How near a copy comes that is trained on the model's answers. */
export interface Extraction {
  readonly strategy: string;
  readonly points: readonly {
    readonly queries: number;
    /** Share of held-out inputs on which copy and model agree. */
    readonly agreement: number;
    readonly accuracy?: number;
  }[];
  /** Agreement of who always says the most frequent class. */
  readonly chance: number;
  readonly modelAccuracy?: number;
  readonly notes: readonly string[];
  readonly seconds: number;
}

/** How well members of the training data are told from others. */
export interface Membership {
  readonly members: number;
  readonly others: number;
  readonly memberAccuracy: number;
  readonly otherAccuracy: number;
  readonly attacks: readonly {
    readonly id: string;
    readonly paper: string;
    /** 0.5 tells nothing. */
    readonly auc: number;
    readonly interval: readonly [low: number, high: number];
    readonly balancedAccuracy: number;
    /** Share of members found where 1 % of the others are accused. */
    readonly foundAt1?: number;
  }[];
  readonly notes: readonly string[];
  readonly seconds: number;
}

/** The search for a backdoor. */
export interface BackdoorSearch {
  readonly classes: readonly {
    readonly label: number;
    /** Length (L2) of the least change that turns inputs into this class. */
    readonly radius: number;
    /** How many times less than the median of the others. */
    readonly ratio: number;
    readonly isSuspect: boolean;
    /** The change as a picture, a data address of PNG; of suspects. */
    readonly picture?: string;
  }[];
  /** What of the graph decides by exact values of the input. */
  readonly graph: readonly {
    readonly operator: string;
    readonly node: string;
    readonly why: string;
  }[];
  /** How far the row of each class stands out in the last layer, in robust deviations. */
  readonly lastLayer?: readonly number[];
  readonly seconds: number;
}

export interface Examinations {
  readonly certification?: Certification;
  readonly extraction?: Extraction;
  readonly membership?: Membership;
  readonly backdoors?: BackdoorSearch;
}
