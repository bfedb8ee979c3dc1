import type { Problem, Span } from "../../core/index.ts";
import { parsePython } from "../python/parse.ts";
import { blank } from "./edits.ts";
import { textOf } from "./json.ts";
import { readCellSource, readShellCell, type CellReading, type CellScript } from "./magics.ts";
import { readNotebook, type RawCell, type RawNotebook, type RawPiece } from "./read.ts";
import { indexSegments, type Segment } from "./segments.ts";
import type { ParsedNotebook } from "./view.ts";

/** Code of all cells together that is read as Python, in UTF-16 code units. */
const maxCode = 8 * 1024 * 1024;

interface Build {
  readonly file: string;
  readonly pieces: string[];
  readonly python: string[];
  readonly segments: Segment[];
  readonly scripts: CellScript[];
  readonly problems: Problem[];
  length: number;
  hasPython: boolean;
  isTooLong: boolean;
}

/** Cells of which it is said that they leave something open. */
const mostOpen = 50;

type Place = Omit<Segment, "start" | "end">;

/** Adds a text that begins and ends a line of its own. */
function add(build: Build, text: string, place: Place): Segment {
  const start = build.length;
  const end = start + text.length;
  build.pieces.push(text, "\n");
  build.length = end + 1;
  const segment = { start, end, ...place };
  build.segments.push(segment);
  return segment;
}

type Language = "python" | "shell" | "other";

function languageNamed(name: string): Language {
  if (/^i?python\d*$|^pyspark|^sage/.test(name)) return "python";
  return /^(?:bash|sh|shell|shellscript|zsh)$/.test(name) ? "shell" : "other";
}

/** Tells a cell apart; undefined where it is in a language that is not read. */
function readCode(source: string, cell: RawCell, notebook: RawNotebook): CellReading | undefined {
  const ofKernel = languageNamed(notebook.language || "python");
  const ofCell = cell.language === undefined ? ofKernel : languageNamed(cell.language);
  const shell = ofCell === "shell" ? readShellCell(source) : undefined;
  if (ofKernel !== "python") return ofCell === "python" ? readCellSource(source) : shell;
  if (ofCell === "python") return readCellSource(source);
  // Jupyter gives it to the kernel whatever an editor noted, so what is Python is read as such.
  const reading = readCellSource(source);
  if (parsePython(reading.python).problems.length > 0) return shell;
  return { ...reading, scripts: [...reading.scripts, ...(shell?.scripts ?? [])] };
}

/** True where the first statement is indented: IPython takes that much off the whole cell. */
function isIndented(python: string): boolean {
  for (let at = 0; at < python.length; at++) {
    const lineStart = at;
    while (python[at] === " " || python[at] === "\t") at++;
    const char = python[at];
    if (char !== "\n" && char !== "\r" && char !== "#") return at > lineStart && at < python.length;
    while (at < python.length && python[at] !== "\n") at++;
  }
  return false;
}

function addCode(build: Build, cell: RawCell, notebook: RawNotebook): Segment {
  const { scripts, problems } = build;
  const source = cell.source === undefined ? "" : textOf(build.file, cell.source);
  let reading: CellReading | undefined;
  if (build.length > maxCode) {
    if (!build.isTooLong)
      problems.push({ reason: "limit", message: "more than 8 MiB of code", at: build.length });
    build.isTooLong = true;
  } else reading = readCode(source, cell, notebook);
  const python = reading?.python ?? blank(source);
  if (!build.hasPython && /\S/.test(python)) build.hasPython = true;

  // A line between two cells: nothing that begins in one may end in the other.
  const border = isIndented(python) ? "if 1:\n" : "\n";
  build.pieces.push(border);
  build.length += border.length;
  build.python.push(border, python, "\n");
  const { number, pointer } = cell;
  const segment = add(build, source, { kind: "code", cell: number, pointer });
  const { start } = segment;
  for (const script of reading?.scripts ?? [])
    scripts.push({ ...script, start: start + script.start, end: start + script.end });
  const [open] = reading?.open ?? [];
  if (open !== undefined && problems.length < mostOpen) {
    const message = "something is opened that the cell does not close";
    problems.push({ reason: "syntax-error", message, at: start + open.start });
  }
  return segment;
}

// What terminals colour is stored with the signs that switch colours.
// oxlint-disable-next-line no-control-regex
const colours = /\u001b\[[0-9;]*[A-Za-z]/g;

/** A picture inside of HTML or Markdown; SVG is text, and stays. */
const pictures =
  /(data:(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:pdf|font)[\w-]*)[\w.+-]*;base64,)[A-Za-z0-9+/=]{100,}/g;

/** Leaves out what says of itself that it is Base64 of no text. */
function withoutPictures(text: string): string {
  return text.includes(";base64,") ? text.replace(pictures, "$1…") : text;
}

/** The text of an output or of metadata, as it is seen. */
function pieceText(file: string, { mime, value }: RawPiece): string {
  const isJson =
    mime === "metadata" || /\bjson\b|[+/]json$/.test(mime) || file[value.start] === "{";
  if (isJson && file[value.start] !== '"') return file.slice(value.start, value.end);
  const text = mime === "traceback" ? tracebackText(file, value) : textOf(file, value);
  return withoutPictures(text.includes("\u001b[") ? text.replace(colours, "") : text);
}

/** The parts of a traceback are lines without their breaks. */
function tracebackText(file: string, value: Span): string {
  if (file[value.start] !== "[") return textOf(file, value);
  try {
    const parts: unknown = JSON.parse(file.slice(value.start, value.end));
    if (Array.isArray(parts)) return parts.filter((part) => typeof part === "string").join("\n");
  } catch {
    // Cut off: what is there is read.
  }
  return textOf(file, value);
}

function addPiece(build: Build, piece: RawPiece, cell?: number, source?: Span): void {
  const text = pieceText(build.file, piece);
  if (text.trim() === "") return;
  const { pointer, mime, output } = piece;
  const kind = output === undefined ? "metadata" : "output";
  add(build, text, { kind, cell, output, mime, pointer, source });
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/**
 * Reads a notebook as one text: the code of its cells in order, so that what one cell defines is
 * known in the next, then everything else that is text. Total and linear in the size of the file.
 */
export function parseNotebook(file: string): ParsedNotebook {
  const notebook = readNotebook(file);
  const build: Build = {
    file,
    pieces: [],
    python: [],
    segments: [],
    scripts: [],
    problems: [],
    length: 0,
    hasPython: false,
    isTooLong: false,
  };
  const sources = new Map<RawCell, Segment>();
  for (const cell of notebook.cells)
    if (cell.kind === "code") sources.set(cell, addCode(build, cell, notebook));
  const code = build.pieces.join("");
  for (const cell of notebook.cells) {
    const source = sources.get(cell);
    if (source === undefined && cell.source !== undefined) {
      const kind = cell.kind === "raw" ? "raw" : "markdown";
      const { number, pointer } = cell;
      add(build, withoutPictures(textOf(file, cell.source)), { kind, cell: number, pointer });
    }
    for (const piece of cell.pieces) addPiece(build, piece, cell.number, source);
  }
  for (const piece of notebook.metadata) addPiece(build, piece);

  const text = build.pieces.join("");
  const problems = [...build.problems];
  for (const { reason, message, at } of notebook.problems) {
    // The line is that of the file, which is no place in the text of the notebook.
    const line = lineOf(file, at);
    problems.push({ reason, message: `line ${line} of the file: ${message}`, at: text.length });
  }
  return {
    text,
    code,
    python: build.hasPython ? build.python.join("") : undefined,
    scripts: build.scripts,
    segments: indexSegments(text, build.segments),
    language: notebook.language,
    problems,
  };
}
