import type { LineIndex, Span } from "../../core/index.ts";
import { addFacts, gather, type Gathered } from "../command/gather.ts";
import { commandsOfScripts } from "./commands.ts";
import { readCellSource, readShellCell } from "./magics.ts";

/** A comment that stands alone at the beginning of its line, without its sign. */
interface CommentLine {
  readonly line: number;
  readonly text: string;
  /** Offset of `text` in the file. */
  readonly at: number;
  /** True for `# MAGIC`, which Databricks has only for what is no Python. */
  readonly isMagic: boolean;
}

const shellCell = /^\+ .*language="(?:bash|sh|shell|zsh)"/;

interface Script {
  readonly text: string;
  readonly comments: readonly Span[];
  readonly lines: LineIndex;
}

/** True for a script that is a notebook: cells begin with `# %%`, or as Jupytext or Databricks mark them. */
export function isPercentScript(text: string): boolean {
  if (!text.includes("# %%") && !text.includes("# MAGIC ") && !text.includes("# jupyter:"))
    return false;
  return /^# (?:%%|MAGIC |jupyter:)/m.test(text) || /^# +jupyter:/m.test(text.slice(0, 2_000));
}

function commentLines({ text, comments, lines }: Script): readonly CommentLine[] {
  const found: CommentLine[] = [];
  for (const { start, end } of comments) {
    const line = lines.lineAt(start);
    if (lines.starts[line - 1] !== start) continue;
    const comment = text.slice(start, end);
    const sign = /^# ?(?:MAGIC ?)?/.exec(comment)?.[0] ?? "#";
    const isMagic = sign.includes("MAGIC");
    found.push({ line, text: comment.slice(sign.length), at: start + sign.length, isMagic });
  }
  return found;
}

/** Comments on lines that follow each other. */
function runsOf(all: readonly CommentLine[]): readonly (readonly CommentLine[])[] {
  const runs: CommentLine[][] = [];
  let before: CommentLine | undefined;
  for (const comment of all) {
    if (before?.line === comment.line - 1 && before.isMagic === comment.isMagic)
      runs.at(-1)?.push(comment);
    else runs.push([comment]);
    before = comment;
  }
  return runs;
}

/** Reads comment lines as the source of a cell; offsets lead back to the file. */
function addCell(gathered: Gathered, cell: readonly CommentLine[], isShell: boolean): void {
  const text = cell.map((line) => line.text).join("\n");
  const { scripts } = isShell ? readShellCell(text) : readCellSource(text);
  if (scripts.length === 0) return;
  const starts: number[] = [];
  let length = 0;
  for (const line of cell) {
    starts.push(length);
    length += line.text.length + 1;
  }
  function inFile(offset: number): number {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    const line = cell[low - 1];
    if (line === undefined) return cell[0]?.at ?? 0;
    return line.at + Math.min(offset - starts[low - 1]!, line.text.length);
  }
  const place = (start: number, end: number): Span => ({ start: inFile(start), end: inFile(end) });
  addFacts(gathered, commandsOfScripts({ text, scripts, place }));
}

/**
 * The programs that a script with cells starts where it is opened as a notebook: its magics and shell
 * lines are comments (`# !pip install x`, `# MAGIC %sh ls`), so that Python passes them by.
 */
export function commandsOfPercent(script: Script): Gathered {
  const gathered = gather();
  let isProse = false;
  for (const run of runsOf(commentLines(script))) {
    for (let index = 0; index < run.length; index++) {
      const { text, isMagic } = run[index]!;
      if (!isMagic && /^%%(?:%*$|\s)/.test(text)) {
        isProse = /\[(?:markdown|md|raw)\]/.test(text);
        if (!/language="(?:bash|sh|shell|zsh)"/.test(text)) continue;
        addCell(gathered, run.slice(index + 1), true);
        break;
      }
      // Jupytext's light format marks only what needs it, from `# +` to `# -`.
      if (!isMagic && shellCell.test(text)) {
        const end = run.findIndex((line, at) => at > index && line.text === "-");
        addCell(gathered, run.slice(index + 1, end < 0 ? run.length : end), true);
        break;
      }
      if (isProse && !isMagic) continue;
      if (/^%%\w/.test(text) || (isMagic && /^%(?:sh|md|sql|scala|r|fs)\b/.test(text))) {
        addCell(gathered, run.slice(index), false);
        break;
      }
      if (/^[!%]/.test(text)) addCell(gathered, run.slice(index, index + 1), false);
    }
  }
  gathered.comments.length = 0;
  return gathered;
}
