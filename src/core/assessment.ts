import type { Location } from "./location.ts";

/**
 * What a check can say of a resource. `unknown`: what is written does not tell; `not-assessed`: we
 * were not let in. Neither is ever taken for `pass`.
 */
export const assessmentOutcomes = ["pass", "fail", "unknown", "not-assessed"] as const;
export type AssessmentOutcome = (typeof assessmentOutcomes)[number];

/** What one check says of one resource. */
export interface Assessment {
  readonly check: string;
  readonly code: string;
  readonly aliases: readonly string[];
  /** Address of the resource within its source. */
  readonly resource: string;
  readonly outcome: AssessmentOutcome;
  readonly location: Location;
  /** The value that could not be resolved, or the permission or call that was missing. */
  readonly detail?: string;
}

/** How many answers there are of each kind. */
export type AssessmentSummary = Readonly<Record<AssessmentOutcome, number>>;

/** Counts assessments by their outcome. */
export function summarizeAssessments(assessments: readonly Assessment[]): AssessmentSummary {
  const summary = { pass: 0, fail: 0, unknown: 0, "not-assessed": 0 };
  for (const { outcome } of assessments) summary[outcome]++;
  return summary;
}
