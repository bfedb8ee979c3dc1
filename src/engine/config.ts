import {
  defaultPolicy,
  type Audience,
  type Confidence,
  type GatePolicy,
  type Limits,
  type Threshold,
} from "../core/index.ts";

import type { UserModels } from "../flow/models.ts";
import type { RobustnessSection } from "./robustness-schema.ts";

/** An exception from the gate's threshold, as it is configured. */
export interface ConfigRule {
  readonly check?: string;
  /** A pattern in the syntax of `.gitignore`. */
  readonly path?: string;
  readonly control?: string;
  readonly audience?: Audience;
  readonly failOn: Threshold;
}

/** A finding that was judged and is allowed. */
export interface AllowEntry {
  readonly check: string;
  /** A pattern in the syntax of `.gitignore`. */
  readonly path?: string;
  readonly fingerprint?: string;
  readonly reason: string;
  /** ISO date, the last day on which it holds. */
  readonly until?: string;
  /** Line and column of the entry in the file. */
  readonly line: number;
  readonly column: number;
}

/** A place in the configuration where a check is named. */
export interface NamedCheck {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** What `pavise.yaml` says, with defaults where it is silent. */
export interface Config {
  /** The file it comes from; undefined where there is none. */
  readonly file?: string;
  readonly audience: Audience;
  readonly gate: {
    readonly failOn: Threshold;
    readonly minConfidence: Confidence;
    readonly unread: GatePolicy["unread"];
    readonly rules: readonly ConfigRule[];
  };
  readonly allow: readonly AllowEntry[];
  readonly exclude: readonly string[];
  readonly disable: readonly string[];
  readonly limits: Partial<Limits>;
  /** What the project says of its own functions, for following values. */
  readonly models: UserModels;
  /** Names of the project that its model files may call. */
  readonly ownNames: readonly string[];
  /** What is attacked, and how. */
  readonly robustness?: RobustnessSection | undefined;
  /** Every check that the file names, to be looked up when the checks are loaded. */
  readonly named: readonly NamedCheck[];
}

/** What holds where there is no `pavise.yaml`. */
export const defaultConfig: Config = {
  audience: defaultPolicy.audience,
  gate: {
    failOn: defaultPolicy.failOn,
    minConfidence: defaultPolicy.minConfidence,
    unread: defaultPolicy.unread,
    rules: [],
  },
  allow: [],
  exclude: [],
  disable: [],
  limits: {},
  models: {},
  ownNames: [],
  named: [],
};
