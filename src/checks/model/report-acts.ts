import type { Confidence, Report, Severity } from "../../core/index.ts";
import type { ActKind } from "../../load/judge.ts";
import type { ModelView, SeenAct } from "../../load/view.ts";

interface Reported {
  readonly kind: ActKind;
  /** Of what a program holds as data and does not run itself. */
  readonly nested?: Severity;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
}

/** Reports the acts of a kind. */
export function reportActs(
  { acts }: ModelView,
  report: Report,
  { kind, nested, severity, confidence }: Reported,
): void {
  for (const act of acts) {
    if (act.kind !== kind) continue;
    const own = act.isNested && nested !== undefined ? nested : severity;
    report(act.where, {
      message: sentence(act),
      ...(own === undefined ? {} : { severity: own }),
      ...(confidence === undefined ? {} : { confidence }),
    });
  }
}

function sentence({ message, isNested }: SeenAct): string {
  return isNested ? `${message}, in a pickle that this one holds as data` : message;
}
