import { control, frameworkOf, withCrosswalk } from "../catalog/index.ts";

/** A control as a report shows it. */
export interface ShownControl {
  readonly id: string;
  readonly title: string;
  /** Title of its framework with the edition. */
  readonly framework: string;
  readonly url?: string;
  /** False where the control is only reached over a crosswalk from one that the check names. */
  readonly named: boolean;
}

/** The controls that a check names and those that these stand for in other frameworks. */
export function shownControls(ids: readonly string[]): ShownControl[] {
  return withCrosswalk(ids).map((id) => {
    const known = control(id);
    const framework = frameworkOf(id);
    return {
      id,
      title: known?.title ?? "",
      framework: framework === undefined ? "Other" : `${framework.title} ${framework.edition}`,
      ...(known?.url !== undefined && { url: known.url }),
      // Checks name CWE, OWASP and ATLAS; the rest is reached over the crosswalk.
      named: !/^(?:NIST-|EU-)/.test(id),
    };
  });
}

/** The number in `CWE-502`. */
export function cweNumber(id: string): string | undefined {
  return /^CWE-(\d{1,5})$/.exec(id)?.[1];
}
