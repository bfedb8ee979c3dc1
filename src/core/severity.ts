/** How bad it is if the weakness is real and reached, from least to worst. */
export const severities = ["info", "low", "medium", "high", "critical"] as const;
export type Severity = (typeof severities)[number];

/** How sure the check is that what it saw is the weakness. */
export const confidences = ["low", "medium", "high"] as const;
export type Confidence = (typeof confidences)[number];

/**
 * Who wants to read it. `default` is for everyone; `pedantic` adds habits and hygiene;
 * `audit` adds every place a reviewer would visit by hand, most of them harmless.
 */
export const audiences = ["default", "pedantic", "audit"] as const;
export type Audience = (typeof audiences)[number];

/** True where `severity` is at least as bad as `threshold`. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(threshold);
}

/** True where `confidence` is at least `threshold`. */
export function confidentAtLeast(confidence: Confidence, threshold: Confidence): boolean {
  return confidences.indexOf(confidence) >= confidences.indexOf(threshold);
}

/** True where a reader of `reader` audience sees what is meant for `audience`. */
export function isFor(audience: Audience, reader: Audience): boolean {
  return audiences.indexOf(audience) <= audiences.indexOf(reader);
}
