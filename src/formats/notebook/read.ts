import type { Problem, Span } from "../../core/index.ts";
import {
  complain,
  eachEntry,
  eachItem,
  openJson,
  peek,
  skipValue,
  textOf,
  type JsonCursor,
} from "./json.ts";

/** Cells that are read; nobody scrolls through as many. */
const maxCells = 100_000;
/** Outputs and pieces of metadata that are read, in all cells together. */
const maxPieces = 200_000;

/** A value of the file that is text, not yet unescaped. */
export interface RawPiece {
  readonly mime: string;
  readonly value: Span;
  /** JSON pointer of the value. */
  readonly pointer: string;
  /** Number of the output, from 1; absent for metadata and attachments. */
  readonly output?: number;
}

/** A cell as the file has it. */
export interface RawCell {
  readonly number: number;
  readonly kind: string;
  readonly source: Span | undefined;
  /** JSON pointer of the cell. */
  readonly pointer: string;
  /** What the cell says its language is. */
  readonly language: string | undefined;
  readonly pieces: readonly RawPiece[];
}

/** A notebook as the file has it; spans are those of the file. */
export interface RawNotebook {
  readonly cells: readonly RawCell[];
  readonly metadata: readonly RawPiece[];
  /** Language of the kernel, in lower case; empty where nothing says it. */
  readonly language: string;
  readonly problems: readonly Problem[];
}

/** What an output of nbformat 3 calls a MIME type. */
const oldNames: Readonly<Record<string, string>> = {
  text: "text/plain",
  html: "text/html",
  svg: "image/svg+xml",
  latex: "text/latex",
  json: "application/json",
  javascript: "application/javascript",
  png: "image/png",
  jpeg: "image/jpeg",
  pdf: "application/pdf",
};

/** True for what is stored as Base64 and says nothing as text. */
function isBinary(mime: string): boolean {
  if (mime === "image/svg+xml") return false;
  return /^(?:image|audio|video|font)\/|^application\/(?:pdf|octet-stream|zip)\b/.test(mime);
}

function escapePointer(key: string): string {
  if (/^\w*$/.test(key)) return key;
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

interface Reading {
  readonly cursor: JsonCursor;
  readonly cells: RawCell[];
  readonly metadata: RawPiece[];
  language: string;
  pieces: number;
}

function add(reading: Reading, list: RawPiece[], piece: Omit<RawPiece, "value">): void {
  const { cursor } = reading;
  const first = peek(cursor);
  const value = skipValue(cursor);
  // `{}`, `[]` and `""` say nothing; neither do numbers.
  const isText = first === '"' || first === "[" || first === "{";
  if (!isText || value.end - value.start <= 2 || isBinary(piece.mime)) return;
  if (reading.pieces++ === maxPieces) complain(cursor, "limit", `more than ${maxPieces} outputs`);
  if (reading.pieces <= maxPieces) list.push({ ...piece, value });
}

function readOutput(reading: Reading, pieces: RawPiece[], pointer: string, output: number): void {
  const { cursor } = reading;
  let traced = false;
  let error: RawPiece | undefined;
  eachEntry(cursor, (key) => {
    if (key === "output_type" || key === "execution_count" || key === "name") return;
    const here = `${pointer}/${escapePointer(key)}`;
    if (key === "data") {
      eachEntry(cursor, (mime) =>
        add(reading, pieces, { mime, output, pointer: `${here}/${escapePointer(mime)}` }),
      );
    } else if (key === "traceback") {
      traced = true;
      add(reading, pieces, { mime: "traceback", output, pointer: here });
    } else if (key === "evalue") {
      error = { mime: "traceback", output, pointer: here, value: skipValue(cursor) };
    } else if (key === "metadata") {
      add(reading, pieces, { mime: "metadata", pointer: here });
    } else {
      const mime = Object.hasOwn(oldNames, key) ? oldNames[key] : undefined;
      if (mime !== undefined) add(reading, pieces, { mime, output, pointer: here });
    }
  });
  // The last line of a traceback repeats it.
  if (!traced && error !== undefined) pieces.push(error);
}

/** The language that an editor noted for a cell: VS Code, .NET Interactive. */
function languageIn(metadata: string): string | undefined {
  return /"(?:languageId|language)"\s*:\s*"([^"\\]{1,40})"/.exec(metadata)?.[1]?.toLowerCase();
}

function readCell(reading: Reading, pointer: string): void {
  const { cursor, cells } = reading;
  if (peek(cursor) !== "{") {
    skipValue(cursor);
    complain(cursor, "syntax-error", "a cell that is none");
    return;
  }
  let kind = "";
  let source: Span | undefined;
  let language: string | undefined;
  const pieces: RawPiece[] = [];
  eachEntry(cursor, (key) => {
    const here = `${pointer}/${escapePointer(key)}`;
    switch (key) {
      case "cell_type":
        kind = textOf(cursor.text, skipValue(cursor));
        return;
      case "source":
      case "input":
        if (source !== undefined)
          complain(
            cursor,
            "syntax-error",
            "a cell with two sources; the last counts, as in Jupyter",
          );
        source = skipValue(cursor);
        return;
      case "language":
        language ??= textOf(cursor.text, skipValue(cursor)).toLowerCase();
        return;
      case "outputs": {
        let output = 0;
        eachItem(cursor, () => {
          if (reading.pieces <= maxPieces)
            readOutput(reading, pieces, `${here}/${output}`, ++output);
        });
        return;
      }
      case "attachments":
        eachEntry(cursor, (name) =>
          eachEntry(cursor, (mime) =>
            add(reading, pieces, {
              mime,
              pointer: `${here}/${escapePointer(name)}/${escapePointer(mime)}`,
            }),
          ),
        );
        return;
      case "metadata": {
        const start = cursor.at;
        add(reading, pieces, { mime: "metadata", pointer: here });
        language =
          languageIn(cursor.text.slice(start, Math.min(cursor.at, start + 2_000))) ?? language;
        return;
      }
      case "id":
        return;
      default:
        add(reading, pieces, { mime: "metadata", pointer: here });
    }
  });
  cells.push({ number: cells.length + 1, kind, source, pointer, language, pieces });
}

function readCells(reading: Reading, pointer: string): void {
  const { cursor, cells } = reading;
  if (peek(cursor) !== "[") complain(cursor, "syntax-error", "cells that are no list");
  let index = 0;
  let passed = 0;
  eachItem(cursor, () => {
    if (cells.length < maxCells) readCell(reading, `${pointer}/${index++}`);
    else if (passed++ === 0) complain(cursor, "limit", `more than ${maxCells} cells`);
  });
}

function readMetadata(reading: Reading): void {
  const { cursor, metadata } = reading;
  let byKernel = "";
  let byInfo = "";
  eachEntry(cursor, (key) => {
    const start = cursor.at;
    add(reading, metadata, { mime: "metadata", pointer: `/metadata/${escapePointer(key)}` });
    const value = cursor.text.slice(start, Math.min(cursor.at, start + 4_000));
    if (key === "kernelspec") {
      const [, name = ""] = /"name"\s*:\s*"([^"\\]{1,80})"/.exec(value) ?? [];
      byKernel = languageOfKernel(name) || (languageIn(value) ?? "");
    } else if (key === "language_info")
      byInfo = /"name"\s*:\s*"([^"\\]{1,80})"/.exec(value)?.[1]?.toLowerCase() ?? "";
    else if (key === "language") byInfo ||= textOf(cursor.text, { start, end: cursor.at });
  });
  // The kernel is what runs the cells; the rest only says how they are to be coloured.
  reading.language = byKernel || byInfo;
}

/** The language of kernels by the names that they are usually installed under. */
function languageOfKernel(name: string): string {
  if (/^python\d*$|^pyspark/i.test(name)) return "python";
  if (/^(?:ir|r)\d*$/i.test(name)) return "r";
  return /julia|javascript|deno|bash|scala|dotnet|matlab|octave|ruby|xcpp/.exec(name)?.[0] ?? "";
}

/**
 * Reads a notebook of nbformat 3 or 4 as far as where its texts stand. Total and linear; nothing but
 * the places is kept. Of a key that is there twice the last one counts, as in Jupyter.
 */
export function readNotebook(text: string): RawNotebook {
  const cursor = openJson(text);
  const reading: Reading = { cursor, cells: [], metadata: [], language: "", pieces: 0 };
  if (peek(cursor) !== "{") complain(cursor, "syntax-error", "this is no notebook");
  eachEntry(cursor, (key) => {
    if (key === "cells") readCells(reading, "/cells");
    else if (key === "metadata") readMetadata(reading);
    else if (key === "worksheets") {
      let sheet = 0;
      eachItem(cursor, () => {
        const pointer = `/worksheets/${sheet++}/cells`;
        eachEntry(cursor, (inner) => {
          if (inner === "cells") readCells(reading, pointer);
        });
      });
    } else {
      add(reading, reading.metadata, { mime: "metadata", pointer: `/${escapePointer(key)}` });
    }
  });
  if (peek(cursor) !== "") complain(cursor, "syntax-error", "something follows the notebook");
  const { cells, metadata, language } = reading;
  return { cells, metadata, language: language.toLowerCase(), problems: cursor.problems };
}
