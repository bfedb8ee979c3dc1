import type { MendTarget } from "./check.ts";
import type { Location } from "./location.ts";
import type { Audience, Confidence, Severity } from "./severity.ts";

/** Source text around a finding, redacted. */
export interface Snippet {
  readonly startLine: number;
  readonly lines: readonly string[];
}

/** What stands at a step of a way through infrastructure. */
export interface Thing {
  /** In words: "subnet", "bucket policy". */
  readonly kind: string;
  readonly name: string;
  /** Its address, where it is a resource that is described. */
  readonly resource?: string;
  /** True for where the danger is: everybody, the internet, a policy that allows everything. */
  readonly isDanger?: boolean;
}

/** One step of the way that a value took, or of a way through infrastructure. */
export interface Step {
  readonly location: Location;
  /** What happens here, in a few words: "the model answers", "passed to `run`". */
  readonly message: string;
  /** The line that shows it, redacted. */
  readonly evidence: string;
  /** Where this is a way through infrastructure: what stands here. */
  readonly thing?: Thing;
}

/** Lines that can be pasted to mend a finding, such as a command or a block of Terraform. */
export interface Paste {
  readonly into: MendTarget;
  readonly code: string;
}

/** What a check saw. Plain data, complete in itself. */
export interface Finding {
  readonly check: string;
  readonly code: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly asset: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly audience: Audience;
  readonly location: Location;
  readonly message: string;
  /** The line that shows it, redacted. */
  readonly evidence: string;
  readonly snippet?: Snippet;
  /** From the source to the sink, in the order in which a value passes them. */
  readonly steps?: readonly Step[];
  readonly mend: string;
  /** The mend ready to be pasted, where there is one for where this is written. */
  readonly paste?: Paste;
  readonly controls: readonly string[];
  /** Survives moved lines; the same in SARIF, baseline and console. */
  readonly fingerprint: string;
}

/** Why a finding does not count. */
export interface Suppression {
  readonly kind: "comment" | "config" | "baseline";
  readonly reason: string;
  /** ISO date after which the finding counts again. */
  readonly until?: string;
  /** Where the suppression is written. */
  readonly location?: Location;
}

export interface SuppressedFinding extends Finding {
  readonly suppression: Suppression;
}
