import type { SeenAct } from "../load/view.ts";
import { dirname } from "node:path";
import type { Config } from "./config.ts";
import { discover } from "./discover.ts";
import { modelListing } from "./inspect-model.ts";
import { loadToolbox } from "./toolbox.ts";

/** A line of a listing, and what is wrong with it. */
export interface ExplainedLine {
  readonly text: string;
  readonly acts: readonly Pick<SeenAct, "kind" | "message" | "isNested">[];
}

/** What a model file does when it is loaded, line by line. */
export interface Explanation {
  readonly path: string;
  readonly lines: readonly ExplainedLine[];
}

/** Lists what each model file among the targets does when it is loaded; nothing is loaded. */
export async function explainModels(given: {
  readonly targets: readonly string[];
  readonly config: Config;
  readonly cwd: string;
  readonly signal?: AbortSignal;
}): Promise<readonly Explanation[]> {
  const { targets, config, cwd, signal } = given;
  const folder = config.file === undefined ? cwd : dirname(config.file);
  const [toolbox, found] = await Promise.all([
    loadToolbox(),
    discover({ targets, cwd, exclude: { folder, patterns: config.exclude }, signal }),
  ]);
  const ownNames = new Set(config.ownNames);
  const explanations: Explanation[] = [];
  for (const subject of found.subjects) {
    if (signal?.aborted === true) break;
    const view = modelListing(subject, { toolbox, ownNames });
    if (view === undefined) continue;
    const { text, lines, acts, path } = view;
    const byLine = new Map<number, SeenAct[]>();
    for (const act of acts) {
      const line = lines.lineAt(act.where.start);
      byLine.set(line, [...(byLine.get(line) ?? []), act]);
    }
    const shown = text.replace(/\n$/, "").split("\n");
    explanations.push({
      path,
      lines: shown.map((line, index) => ({
        text: toolbox.redact(line),
        acts: (byLine.get(index + 1) ?? []).map(({ kind, message, isNested }) => ({
          kind,
          message: toolbox.redact(message),
          isNested,
        })),
      })),
    });
  }
  return explanations;
}
