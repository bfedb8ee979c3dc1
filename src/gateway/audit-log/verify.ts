import { createReadStream } from "node:fs";
import { digestBy, genesis, maxTorn, readLine, type Digest, type Head } from "./chain.ts";

/** Something that a chain does not hold for. */
export interface ChainProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** What a log says of itself. */
export interface ChainReport {
  readonly records: number;
  readonly head: Head;
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** The first hundred; `problemCount` counts all. */
  readonly problems: readonly ChainProblem[];
  readonly problemCount: number;
  /** Lines that a crash left half written, each told of by the record after it. */
  readonly torn: number;
}

const maxProblems = 100;
/** Bytes of one line; a longer one is no record of ours. */
const maxLine = 1024 * 1024;

/** Lines of a file without their line feed, and whether the last one had none. Longer ones are cut. */
async function* linesOf(
  file: string,
): AsyncGenerator<{ readonly line: string; readonly ends: boolean }> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let at = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, at)) {
      if (size <= maxLine) parts.push(chunk.subarray(at, end));
      yield { line: Buffer.concat(parts).toString("utf8"), ends: true };
      parts = [];
      size = 0;
      at = end + 1;
    }
    const rest = chunk.subarray(at);
    if (size <= maxLine && rest.length > 0) parts.push(rest);
    size += rest.length;
  }
  if (size > 0) yield { line: Buffer.concat(parts).toString("utf8"), ends: false };
}

/** Where the files of one chain begin and what they are read with. */
export interface VerifyOptions {
  /** Key of the chain, where it was written with one. */
  readonly key?: Buffer;
  /** A hash that was noted elsewhere: it must be in the chain, or records at the end were taken away. */
  readonly head?: string;
}

interface Walk {
  readonly digest: Digest;
  head: Head;
  records: number;
  first: string | undefined;
  last: string | undefined;
  torn: number;
  problemCount: number;
  readonly problems: ChainProblem[];
}

/**
 * Follows a hash-chained log from its first record to its last. Files are in the order in which they were
 * written; each goes on where the one before it ended.
 *
 * Told are: a changed, removed, inserted or moved record, a line that is none, a first record that follows
 * something that is not here. Not told: records taken from the very end, unless `head` names one of them;
 * a chain that was written anew as a whole, unless it has a `key`.
 */
export async function verifyChain(
  files: readonly string[],
  options: VerifyOptions = {},
): Promise<ChainReport> {
  const walk: Walk = {
    digest: digestBy(options.key),
    head: { count: 0, hash: genesis },
    records: 0,
    first: undefined,
    last: undefined,
    torn: 0,
    problemCount: 0,
    problems: [],
  };
  let isHeadSeen = options.head === undefined;
  for (const file of files) {
    let number = 0;
    let torn: number[] = [];
    for await (const { line, ends } of linesOf(file)) {
      number++;
      const read = ends ? readLine(line, walk.digest) : undefined;
      const tell = (message: string) => addProblem(walk, { file, line: number, message });
      if (read === undefined) {
        torn.push(number);
        continue;
      }
      if (torn.length > 0 && torn.length <= maxTorn && read.record["torn"] === true)
        walk.torn += torn.length;
      else tellTorn(walk, file, torn);
      torn = [];
      if (!read.isWhole)
        tell(
          options.key === undefined
            ? "the record was changed: its hash is not that of its content"
            : "the record was changed, or was written with another key",
        );
      if (read.prev !== walk.head.hash || read.count !== walk.head.count + 1)
        tell(broken(walk, read.count));
      walk.head = { count: read.count, hash: read.hash };
      walk.records++;
      isHeadSeen ||= read.hash === options.head;
      const time = read.record["time"];
      if (typeof time === "string") {
        walk.first ??= time;
        walk.last = time;
      }
    }
    tellTorn(walk, file, torn);
  }
  if (!isHeadSeen)
    addProblem(walk, {
      file: files.at(-1) ?? "",
      line: 0,
      message: `no record has the hash ${options.head}: records are missing at the end, or the chain is another`,
    });
  const { records, head, first, last, problems, problemCount, torn } = walk;
  return { records, head, first, last, problems, problemCount, torn };
}

const noRecord = "is no whole record: it was changed, or writing it was cut off";

function broken({ records, head }: Walk, count: number): string {
  if (records === 0)
    return `the chain begins with record ${count}: what came before is not here (give the earlier files first)`;
  if (count > head.count + 1)
    return `${count - head.count - 1} records are missing before record ${count}`;
  return `record ${count} does not follow record ${head.count}: it was moved, put in, or belongs to another chain`;
}

function tellTorn(walk: Walk, file: string, lines: readonly number[]): void {
  for (const line of lines) addProblem(walk, { file, line, message: noRecord });
}

function addProblem(walk: Walk, problem: ChainProblem): void {
  walk.problemCount++;
  if (walk.problems.length < maxProblems) walk.problems.push(problem);
}
