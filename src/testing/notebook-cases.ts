import type { AnyCheck } from "../checks/define.ts";
import { checkCases, runCheck, type Reported } from "./check-cases.ts";
import { notebookOf, printed, shown } from "./notebook.ts";

/** The output of one cell: text that was printed, or displays by their MIME type. */
export type OutputCase = string | Readonly<Record<string, unknown>>;

/** A notebook with one cell that has this output. */
export function withOutput(output: OutputCase): string {
  const stored = typeof output === "string" ? printed(output) : shown(output);
  return notebookOf([{ source: "x", outputs: [stored] }]);
}

/** What a check says about an output. */
export function onOutput(check: AnyCheck, output: OutputCase): readonly Reported[] {
  return runCheck(check, { kind: "notebook", path: "a.ipynb", code: withOutput(output) });
}

/** Declares the tests of a check of outputs. */
export function outputCases(
  check: AnyCheck,
  cases: { found: readonly OutputCase[]; clean: readonly OutputCase[] },
): void {
  const caseOf = (output: OutputCase): { code: string; kind: "notebook" } => ({
    kind: "notebook",
    code: withOutput(output),
  });
  checkCases(check, { found: cases.found.map(caseOf), clean: cases.clean.map(caseOf) });
}
