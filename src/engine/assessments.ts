import { summarizeAssessments, type Assessment, type Run } from "../core/index.ts";

/** The answers as a Run has them; without those that findings tell, or that are well. */
export function listed(
  assessments: readonly Assessment[],
  includePassed: boolean,
): Pick<Run, "assessments" | "assessed"> {
  const isOpen = ({ outcome }: Assessment): boolean =>
    outcome === "unknown" || outcome === "not-assessed";
  return {
    assessments: includePassed ? assessments : assessments.filter(isOpen),
    assessed: summarizeAssessments(assessments),
  };
}
