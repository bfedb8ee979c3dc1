import type { Span } from "../../core/index.ts";
import { parsePython } from "../python/parse.ts";
import { blank, edit, type Edits } from "./edits.ts";
import { endOfLine, endOfMagic, logicalLine, nextLine } from "./lines.ts";
import {
  automagic,
  databricksMagics,
  foreignMagics,
  programMagics,
  pythonMagics,
  shellMagics,
} from "./magic-names.ts";

/** A part of a cell that is for a shell, or sets a variable. */
export interface CellScript extends Span {
  readonly kind: "shell" | "variable" | "run";
}

/** A cell, told apart. */
export interface CellReading {
  /** As long as the cell, with the same lines; what is not Python is blank. */
  readonly python: string;
  readonly scripts: readonly CellScript[];
  /** Where a string or a bracket is opened that the cell does not close. */
  readonly open: readonly Span[];
}

interface State {
  readonly text: string;
  readonly edits: Edits;
  readonly scripts: CellScript[];
  readonly open: Span[];
  /** True after a magic that nobody knows: of one more it is not tried what it reads as. */
  tried: boolean;
}

/** Stands for a magic in the Python text: an expression without effect. */
const nothing = "0";

function wordAt(text: string, at: number): string {
  return /^[\w!.]+/.exec(text.slice(at, at + 60))?.[0] ?? "";
}

/** Steps over blanks within a line. */
function skipBlanks(text: string, at: number): number {
  let index = at;
  while (text[index] === " " || text[index] === "\t") index++;
  return index;
}

/** Offset after the options of `%timeit -n 10 -q f()`. */
function afterOptions(text: string, from: number): number {
  let at = skipBlanks(text, from);
  for (let count = 0; count < 10 && text[at] === "-"; count++) {
    const [option = ""] = /^-[-\w]*/.exec(text.slice(at, at + 60)) ?? [];
    at = skipBlanks(text, at + Math.max(1, option.length));
    if (/^-[nrpslfmTDtu]$/.test(option)) {
      while (at < text.length && !/\s/.test(text[at]!)) at++;
      at = skipBlanks(text, at);
    }
  }
  return at;
}

const compound = /^(?:for|while|if|with|try|def|class|async|@)\b/;

/** The magic at `at` with its line; says where to go on. */
function readLineMagic(state: State, at: number, assigned = false): number {
  const { text, edits, scripts } = state;
  const end = endOfMagic(text, at);
  const isHelp = end - at <= 300 && help.test(text.slice(at, end));
  const shell = (start: number): number => scripts.push({ kind: "shell", start, end });
  if (text[at] === "!") shell(text[at + 1] === "!" ? at + 2 : at + 1);
  else if (!isHelp) {
    const start = skipBlanks(text, at + 1);
    const name = wordAt(text, start);
    const rest = start + name.length;
    if (programMagics.has(name)) shell(start);
    else if (name === "sx" || name === "system" || name === "sh" || name === "!") shell(rest);
    else if (name === "env" || name === "set_env")
      scripts.push({ kind: "variable", start: skipBlanks(text, rest), end });
    else if (name === "run") scripts.push({ kind: "run", start, end });
    else if (pythonMagics.has(name) && !assigned) {
      const code = Math.min(afterOptions(text, rest), end);
      if (text[code] === "!") shell(code + 1);
      // `0;` and the statement: one line still. A block can't stand behind a semicolon.
      else if (
        text[code] !== "%" &&
        code < end &&
        code - at >= 2 &&
        !compound.test(text.slice(code, code + 8))
      ) {
        edits.put(at, code, "0;");
        return code;
      }
    }
  }
  edits.put(at, end, nothing);
  return nextLine(text, end);
}

function readScriptMagic(text: string, at: number): string {
  const line = text.slice(at, Math.min(endOfLine(text, at), at + 200));
  const word = line.split(/\s+/).find((part) => part !== "" && !part.startsWith("-")) ?? "";
  return word.slice(word.lastIndexOf("/") + 1);
}

/** The name of the file that `%%writefile` writes. */
function writtenFile(text: string, at: number): string {
  const line = text.slice(at, Math.min(endOfLine(text, at), at + 400));
  return line.trim().split(/\s+/).at(-1)?.replaceAll(/["']/g, "").toLowerCase() ?? "";
}

/** Which language the cell is in whose `%%name` stands at `at`. */
function languageOfMagic(state: State, name: string, rest: number): "python" | "shell" | "other" {
  const { text } = state;
  const word = name.toLowerCase();
  if (pythonMagics.has(word)) return "python";
  if (shellMagics.has(word)) return "shell";
  if (word === "script") {
    const program = readScriptMagic(text, rest);
    if (/^python[\d.]*$/.test(program)) return "python";
    return shellMagics.has(program) || program === "dash" ? "shell" : "other";
  }
  if (word === "writefile" || word === "file" || word === "writetemplate") {
    const file = writtenFile(text, rest);
    return file.endsWith(".py") ? "python" : /\.(?:sh|bash)$/.test(file) ? "shell" : "other";
  }
  if (foreignMagics.has(word) || state.tried) return "other";
  state.tried = true;
  const body = readScript(text.slice(nextLine(text, endOfLine(text, rest))), true);
  return parsePython(body.python).problems.length === 0 ? "python" : "other";
}

/** A cell magic: the rest of the cell is in its language. Says where to go on. */
function readCellMagic(state: State, at: number): number {
  const { text, edits, scripts } = state;
  const name = wordAt(text, at + 2);
  const end = endOfLine(text, at);
  const body = nextLine(text, end);
  const language = languageOfMagic(state, name, at + 2 + name.length);
  if (language === "python") {
    edits.put(at, end, "");
    return body;
  }
  if (language === "shell") scripts.push({ kind: "shell", start: body, end: text.length });
  edits.put(at, text.length, "");
  return text.length;
}

/** A cell of another language as Databricks has it, `%sql` or `%sh` before its first line. */
function readDatabricks(state: State, at: number): number {
  const { text, edits, scripts } = state;
  const name = wordAt(text, at + 1).toLowerCase();
  if (!databricksMagics.has(name)) return -1;
  const rest = at + 1 + name.length;
  const end = endOfLine(text, rest);
  if (text.slice(end).trim() === "") return -1;
  // `%sql` is a line magic elsewhere, with Python below it.
  if (name === "sql" || name === "r") {
    const body = readScript(text.slice(nextLine(text, end)), true);
    if (parsePython(body.python).problems.length === 0) return -1;
  }
  if (name === "sh") scripts.push({ kind: "shell", start: rest, end: text.length });
  edits.put(at, text.length, "");
  return text.length;
}

const help =
  /^(?:\?{1,2}[\w.*%]*|%{0,2}[\w.*]+(?:\[[^\]\n]{0,80}\][\w.]*)?(?:\(\))?\?{1,2})[ \t;]*(?:#.*)?$/;

/** The statement at `at`, which is not blank. Says where to go on. */
function readStatement(state: State, at: number): number {
  const { text, edits, open } = state;
  const char = text[at]!;
  const next = text[at + 1];
  if (char === "%" && next === "%" && /[\w!]/.test(text[at + 2] ?? ""))
    return readCellMagic(state, at);
  if (char === "!" || (char === "%" && /[\w \t!]/.test(next ?? "")))
    return readLineMagic(state, at);
  const end = endOfLine(text, at);
  const isShort = end - at <= 300;
  const line = isShort ? text.slice(at, end) : "";
  if (char === "/" || char === "," || char === ";" || char === "?" || help.test(line)) {
    edits.put(at, end, nothing);
    return nextLine(text, end);
  }
  if (isShort && automagic.test(line)) {
    if (/^(?:pip|conda|mamba|uv)/.test(line)) state.scripts.push({ kind: "shell", start: at, end });
    edits.put(at, end, nothing);
    return nextLine(text, end);
  }
  const { next: after, assigned, open: unclosed } = logicalLine(text, at, open.length);
  if (assigned >= 0) return readLineMagic(state, assigned, true);
  for (const span of unclosed) {
    edits.put(span.start, span.end, "");
    open.push(span);
  }
  return after;
}

function readScript(text: string, tried: boolean): CellReading {
  const state: State = { text, edits: edit(text), scripts: [], open: [], tried };
  let isFirst = true;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9 || code === 12 || code === 13 || code === 10) at++;
    else if (code === 35) at = endOfLine(text, at);
    else {
      const elsewhere = isFirst && code === 37 ? readDatabricks(state, at) : -1;
      at = elsewhere < 0 ? readStatement(state, at) : elsewhere;
      isFirst = false;
    }
  }
  return { python: state.edits.finish(), scripts: state.scripts, open: state.open };
}

/**
 * Tells apart what Jupyter makes of the source of a code cell: Python, magics, shell lines, cells of
 * other languages. Total and linear. What IPython's `inputtransformer2` does, without its names.
 */
export function readCellSource(text: string): CellReading {
  return readScript(text, false);
}

/** The source of a cell in which nothing is Python. */
export function readShellCell(text: string): CellReading {
  return {
    python: blank(text),
    scripts: [{ kind: "shell", start: 0, end: text.length }],
    open: [],
  };
}
