import { mkdirSync, writeFileSync, writeSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { fileReason, PaviseError } from "../core/index.ts";

/** Where a command writes, and how. */
export interface Stage {
  readonly color: boolean;
  /** Columns of the terminal; undefined where the output is none. */
  readonly width: number | undefined;
  /** True where progress may be drawn on standard error. */
  readonly live: boolean;
  /** Folder for compiled code. */
  readonly compileCache: string;
  /** Writes to standard output; resolves when it is taken, or when nobody reads any more. */
  readonly print: (text: string) => Promise<void>;
  /** Writes to standard error. */
  readonly note: (text: string) => void;
}

function wantsColor(stream: NodeJS.WriteStream, argv: readonly string[]): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const options = argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv;
  if (options.includes("--no-color")) return false;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return stream.isTTY === true && TERM !== "dumb";
}

function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "EPIPE" || code === "ERR_STREAM_DESTROYED";
}

function printTo(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error === undefined || error === null || isGone(error)) resolve();
      else
        reject(
          new PaviseError("output-failed", `standard output: ${error.message}`, { cause: error }),
        );
    });
  });
}

/** The process's own streams. */
export function openStage(argv: readonly string[], compileCache: string): Stage {
  const { stdout, stderr } = process;
  // `pavise scan | head` closes the pipe early; that is no fault, and the exit status stands.
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error) => {
      if (!isGone(error)) throw error;
    });
  }
  return {
    color: wantsColor(stdout, argv),
    width: stdout.isTTY === true ? stdout.columns : undefined,
    live:
      stderr.isTTY === true && process.env["CI"] === undefined && process.env["TERM"] !== "dumb",
    compileCache,
    print: (text) => printTo(stdout, text),
    note: (text) => {
      try {
        writeSync(2, text);
      } catch (error) {
        if (!isGone(error) && (error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      }
    },
  };
}

/** Characters that are written at once. */
const batch = 1024 * 1024;

/** Joins pieces to texts that are worth a write. */
export function* inBatches(pieces: Iterable<string>): Generator<string> {
  let held = "";
  for (const piece of pieces) {
    held += piece;
    if (held.length < batch) continue;
    yield held;
    held = "";
  }
  yield held;
}

/** The same in bytes: what is put there piece by piece need not be joined to one text first. */
function* bytesOf(pieces: Iterable<string>): Generator<Buffer> {
  let bytes = Buffer.allocUnsafe(batch);
  let used = 0;
  for (const piece of pieces) {
    // A code unit takes three bytes at most.
    if (used + 3 * piece.length > batch) {
      yield bytes.subarray(0, used);
      bytes = Buffer.allocUnsafe(Math.max(batch, 3 * piece.length));
      used = 0;
    }
    used += bytes.write(piece, used);
  }
  yield bytes.subarray(0, used);
}

/** Writes while the next pieces are made, which takes as long. */
async function writePieces(file: string, pieces: Iterable<string>): Promise<void> {
  const out = await open(file, "w");
  try {
    let writing = Promise.resolve();
    for (const bytes of bytesOf(pieces)) {
      await writing;
      writing = out.appendFile(bytes);
    }
    await writing;
  } finally {
    await out.close();
  }
}

/** Writes a report to a file, in a folder that is made where it is missing. */
export async function writeReport(file: string, text: string | Iterable<string>): Promise<void> {
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (typeof text === "string") writeFileSync(file, text);
    else await writePieces(file, text);
  } catch (error) {
    throw new PaviseError("output-failed", `${file}: ${fileReason(error)}`, {
      hint: "Name a file in a folder that can be written.",
      cause: error,
    });
  }
}
