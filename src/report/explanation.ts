import type { Severity } from "../core/index.ts";
import type { ExplainedAct, Explanation } from "../engine/index.ts";
import { painter, severityLook, type Paint } from "./terminal-paint.ts";
import { neutralize, neutralizeCode } from "./text.ts";

/** The look of a line, by the worst thing that it does. */
const looks: Readonly<Record<string, Severity>> = {
  runs: "critical",
  "calls-unknown": "high",
  "names-dangerous": "high",
  "holds-code": "high",
  unclear: "high",
  "names-unknown": "medium",
};
const order: readonly Severity[] = ["critical", "high", "medium", "low"];

/** What model files do when they are loaded, for a terminal: each line, and what is wrong with it. */
export function explanationText(
  explanations: readonly Explanation[],
  { color }: { readonly color: boolean },
): string {
  const paint = painter(color);
  if (explanations.length === 0)
    return "\nNothing to explain: no pickle, archive or graph among the targets does anything when it is loaded.\n";
  return explanations.map((each) => `\n${block(each, paint)}\n`).join("");
}

function severityOf({ kind, severity }: ExplainedAct): Severity | undefined {
  return severity ?? (kind === undefined ? undefined : looks[kind]);
}

function block({ path, lines, isFolder }: Explanation, paint: Paint): string {
  const what = isFolder ? "the files of this model" : "what happens when it is loaded";
  const shown = [paint("bold", `${neutralize(path)}: ${what}`)];
  for (const { text, acts } of lines) {
    const worst = order.find((severity) => acts.some((act) => severityOf(act) === severity));
    const code = neutralizeCode(text);
    if (worst === undefined) {
      shown.push(`    ${text.startsWith("#") ? paint("dim", code) : code}`);
      continue;
    }
    const { mark, style } = severityLook[worst];
    shown.push(`  ${paint(style, mark)} ${paint("bold", code)}`);
    for (const message of new Set(acts.map((act) => act.message)))
      shown.push(`      ${paint(style, `└ ${neutralize(message)}`)}`);
  }
  return shown.join("\n");
}
