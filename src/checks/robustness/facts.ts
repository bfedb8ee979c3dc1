import { indexLines, type LineIndex, type Severity, type Span } from "../../core/index.ts";

/** What an attack on a model can come to know. */
const factKinds = ["below-bar", "breaks", "overestimated", "backdoor", "remembers"] as const;
type FactKind = (typeof factKinds)[number];

/** One thing that was seen of a model under attack. */
export interface RobustnessFact {
  readonly kind: FactKind;
  /** The model. */
  readonly path: string;
  /** One sentence without a full stop. */
  readonly message: string;
  /** What stays the same from run to run: attack, norm, eps. */
  readonly evidence?: string;
  /** By how far below the bar. */
  readonly severity?: Severity;
}

/** What is known of a model under attack. */
export interface RobustnessView {
  readonly facts: readonly (RobustnessFact & { readonly where: Span })[];
  readonly text: string;
  readonly lines: LineIndex;
}

/** Makes the view that checks read: one line for a fact, which is how examples are written as well. */
export function viewRobustness(facts: readonly RobustnessFact[]): RobustnessView {
  let text = "";
  const stated = facts.map((fact) => {
    const start = text.length;
    const { kind, path, message } = fact;
    text += `${kind} ${path}: ${message}`.replaceAll(/[\r\n]/g, " ");
    const where = { start, end: text.length };
    text += "\n";
    return { ...fact, where };
  });
  return { facts: stated, text, lines: indexLines(text) };
}

/** Reads facts from the lines of a text; what is no fact is passed over. */
export function readRobustness(text: string): readonly RobustnessFact[] {
  return text.split("\n").flatMap((line) => {
    const match = /^([a-z-]+) ([^:]+): (.*)$/.exec(line);
    const kind = factKinds.find((each) => each === match?.[1]);
    return match === null || kind === undefined
      ? []
      : [{ kind, path: match[2]!, message: match[3]! }];
  });
}
