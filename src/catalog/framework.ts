/** Whether a framework is the one to use today. */
type FrameworkState = "current" | "superseded" | "draft";

/** What a control is called in its own framework. */
export type ControlKind =
  | "risk"
  | "weakness"
  | "tactic"
  | "technique"
  | "mitigation"
  | "function"
  | "category"
  | "subcategory"
  | "article"
  | "annex";

/** Who bears a legal duty. */
type Role = "provider" | "deployer" | "gpai-provider";

/** The day from which a duty applies, and to what. */
export interface Applies {
  /** ISO 8601 date. */
  readonly from: string;
  readonly to: string;
}

/** What a law asks, in our words, and how far a tool can help to show it. */
export interface Duty {
  /** One sentence of ours; the law itself is behind the control's `url`. */
  readonly summary: string;
  readonly who: readonly Role[];
  readonly applies: readonly Applies[];
  /** Whether the dates were read in the law itself or taken from others who had read it. */
  readonly datesFrom: "law" | "secondary-sources";
  /** Kinds of evidence that a tool can give. */
  readonly evidence: readonly string[];
  /** What only people can supply; no tool output stands in for it. */
  readonly human: readonly string[];
}

/** A requirement, weakness or technique that checks give evidence for. */
export interface Control {
  /** Unique over all frameworks; carries the edition where ids change between editions. */
  readonly id: string;
  /** Id of the framework it belongs to. */
  readonly framework: string;
  readonly kind: ControlKind;
  readonly title: string;
  /** The publisher's own words, where the licence lets us carry them. */
  readonly text?: string;
  /** Id of the control that it is a part of. */
  readonly parent?: string;
  readonly url?: string;
  /** Ids of the tactics that a technique serves; a sub-technique has those of its parent. */
  readonly tactics?: readonly string[];
  /** How far a technique has been seen in use, in the framework's words. */
  readonly maturity?: string;
  readonly duty?: Duty;
}

/** A list of controls by one publisher, in one edition. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  readonly publisher: string;
  readonly url: string;
  /** Licence of the upstream text, and what of it is carried here. */
  readonly licence: string;
  readonly state: FrameworkState;
  /** Built when first read. */
  readonly controls: readonly Control[];
}
