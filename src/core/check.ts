import type { Paste, Step } from "./finding.ts";
import type { Audience, Confidence, Severity } from "./severity.ts";

/** A short piece of input that shows a check at work; held to be true by a test. */
export interface Example {
  /** File name, where it matters how the input is recognised. */
  readonly path?: string;
  readonly code: string;
}

/** What a mend can be pasted into. */
export const mendTargets = [
  "terraform",
  "cloudformation",
  "kubernetes",
  "aws",
  "gcloud",
  "az",
] as const;
export type MendTarget = (typeof mendTargets)[number];

/**
 * Everything that is known about a check. Lists, pages, compliance tables, SARIF rules and the
 * registry are made from it, and it is written nowhere else.
 */
export interface CheckMeta {
  /** Kebab-case; completes "allow …". Never renamed without a redirect. */
  readonly id: string;
  /** Stable short code, never reused. */
  readonly code: string;
  /** One plain sentence without a full stop. */
  readonly title: string;
  /** What the check reads: a parsed view of a file, see `Views` in `checks/define.ts`. */
  readonly asset: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly audience: Audience;
  /** The same weakness in other tools: Bandit (`B614`), ruff (`S614`), … */
  readonly aliases: readonly string[];
  /** Ids of the catalogue, editions included. */
  readonly controls: readonly string[];
  /** What an attacker gains. */
  readonly why: string;
  /** What to do about it. */
  readonly mend: string;
  /**
   * What can be pasted to do it, by what it is pasted into: lines of Terraform or a template, or a
   * command line. `{name}`, `{id}`, `{region}` and `{account}` stand for those of the resource.
   */
  readonly mends?: Readonly<Partial<Record<MendTarget, string>>>;
  /** What the check does not see. */
  readonly blind?: string;
  /** Papers, advisories, manuals. */
  readonly references?: readonly string[];
  readonly since: string;
  readonly examples: { readonly found: readonly Example[]; readonly clean: readonly Example[] };
}

/** A step of a flow as a check tells it: a place in this file, or one in another, shown already. */
export type StepDetails = { readonly where: Span; readonly message: string } | Step;

/** What a check may say otherwise than its `meta` for one finding. */
export interface FindingDetails {
  /** Defaults to the title. */
  readonly message?: string;
  readonly mend?: string;
  readonly paste?: Paste;
  /** Address of the infrastructure resource that it is about. */
  readonly resource?: string;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly audience?: Audience;
  readonly aliases?: readonly string[];
  readonly controls?: readonly string[];
  /** Exact text that must not reach a report; it is replaced in evidence and message. */
  readonly secret?: string;
  /** The construct in whose lines a suppression comment counts, where it is more than `where`. */
  readonly extent?: Span;
  /** The whole that it is part of, such as a resource: there, comments of other tools count. */
  readonly around?: Span;
  /** The way of a value, from the source to the sink. */
  readonly steps?: readonly StepDetails[];
}

/** Offsets into the text of the file, in UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Called by a check for each thing it saw. */
export type Report = (where: Span, details?: FindingDetails) => void;

/** The facts about a file that are known before it is parsed. */
export interface FileFacts {
  readonly path: string;
  /** True where the text contains `word`. */
  readonly mentions: (word: string) => boolean;
}

/** Looks at one kind of asset for one weakness. */
export interface Check<View> {
  readonly meta: CheckMeta;
  /** Cheap, before any parsing; a check without it always runs. */
  readonly wants?: (file: FileFacts) => boolean;
  readonly run: (view: View, report: Report) => void;
}
