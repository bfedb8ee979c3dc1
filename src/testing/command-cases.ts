import type { AssetKind, FindingDetails } from "../core/index.ts";
import type { AnyCheck } from "../checks/define.ts";
import { checkCases, runCheck } from "./check-cases.ts";

/** A text with the kind of its file. */
type KindCase = readonly [kind: AssetKind, code: string];

/** Declares the tests of a check that reads more than one kind of file. */
export function commandCases(
  check: AnyCheck,
  cases: { found: readonly KindCase[]; clean: readonly KindCase[] },
): void {
  checkCases(check, {
    found: cases.found.map(([kind, code]) => ({ kind, code })),
    clean: cases.clean.map(([kind, code]) => ({ kind, code })),
  });
}

/** What a check says about the first thing that it finds. */
export function detailsOf(
  check: AnyCheck,
  kind: AssetKind,
  code: string,
): FindingDetails | undefined {
  return runCheck(check, { kind, code })[0]?.details;
}
