import type { FindingDetails, Report } from "../../core/index.ts";
import type { ActKind } from "../../load/judge.ts";
import type { ModelView, SeenAct } from "../../load/view.ts";

/** Reports the acts of a kind; what a program holds as data and does not run itself is less. */
export function reportActs(
  { acts }: ModelView,
  report: Report,
  { kind, nested }: { readonly kind: ActKind; readonly nested: FindingDetails["severity"] },
): void {
  for (const act of acts) {
    if (act.kind !== kind) continue;
    const message = sentence(act);
    report(act.where, act.isNested ? { message, severity: nested } : { message });
  }
}

function sentence({ message, isNested }: SeenAct): string {
  return isNested ? `${message}, in a pickle that this one holds as data` : message;
}
