// A snapshot of an account, as JSON lines: a header, what is to be read, what was read, an end. It is
// written while the account is read, so that one that was cut off can be continued where it ended. It
// holds what the account tells, names of people and texts of environments with it: only its owner may read
// the file.
import {
  closeSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
  fstatSync,
  statSync,
} from "node:fs";
import { fileReason, PaviseError } from "../../../core/index.ts";
import type { Dialect } from "../../resource.ts";
import {
  isDeep,
  isObject,
  listOf,
  objectOf,
  textIn,
  wordIn,
  type Json,
  type JsonObject,
} from "./json.ts";
import { linesOf } from "./lines.ts";
import type { Gap, LiveReading } from "./reading.ts";
import { resourceMaker, textOfBody, type LiveRecord } from "./resource.ts";

const version = 1;

/** The dialects that are read live. */
const liveDialects: readonly Dialect[] = ["aws", "gcp", "azure"];

/** Nesting of a line: that of an answer, and what is around it. */
const maxDepth = 200;

/** What a reading is of. */
export interface SnapshotHead {
  readonly dialect: Dialect;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly time: string;
}

/** One thing to read: the resources of a type in one place. */
export interface Part {
  readonly name: string;
  readonly type: string;
  readonly account?: string;
  readonly region?: string;
}

/** What was read of a part. */
export interface PartContent {
  readonly part: Part;
  readonly records: readonly LiveRecord[];
  readonly gaps: readonly Gap[];
}

/** Where a reading is written as it goes. */
export interface SnapshotWriter {
  readonly plan: (parts: readonly Part[]) => void;
  readonly record: (part: Part, record: LiveRecord) => void;
  readonly gap: (part: Part, gap: Gap) => void;
  readonly problem: (message: string) => void;
  readonly done: (part: Part) => void;
  /** All is read. */
  readonly end: () => void;
  /** Gives the file back, read to the end or not. */
  readonly close: () => void;
}

interface Loaded {
  readonly head: SnapshotHead;
  readonly parts: ReadonlyMap<string, Part>;
  readonly done: ReadonlySet<string>;
  readonly records: readonly { readonly part: string; readonly record: LiveRecord }[];
  readonly gaps: readonly { readonly part: string; readonly gap: Gap }[];
  readonly problems: readonly string[];
  readonly isWhole: boolean;
}

function invalid(file: string, why: string): PaviseError {
  return new PaviseError("snapshot-invalid", `${file}: ${why}`, {
    hint: "Give a file that --save has written.",
  });
}

function optional(object: JsonObject, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = textIn(object[name]);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function textsIn(value: Json | undefined): readonly string[] {
  return listOf(value).flatMap((each) => textIn(each) ?? []);
}

function headOf(line: JsonObject, file: string): SnapshotHead {
  if (line["pavise"] !== "snapshot") throw invalid(file, "it is not a snapshot of an account");
  if (line["version"] !== version)
    throw invalid(file, `it is of version ${wordIn(line["version"])}, not ${version}`);
  // Of a dialect that nobody knows, no check would find anything.
  const dialect = liveDialects.find((each) => each === line["dialect"]);
  if (dialect === undefined) throw invalid(file, "it does not say of which cloud it is");
  return {
    dialect,
    accounts: textsIn(line["accounts"]),
    regions: textsIn(line["regions"]),
    time: textIn(line["time"]) ?? "",
  };
}

function gapOf(value: Json | undefined): Gap | undefined {
  const object = objectOf(value);
  const type = textIn(object["type"]);
  const missing = textIn(object["missing"]);
  if (type === undefined || missing === undefined) return undefined;
  return { type, missing, ...optional(object, ["account", "region"]) };
}

async function load(file: string): Promise<Loaded> {
  const parts = new Map<string, Part>();
  const done = new Set<string>();
  const records = new Map<string, { part: string; record: LiveRecord }>();
  const gaps: { part: string; gap: Gap }[] = [];
  const problems: string[] = [];
  let head: SnapshotHead | undefined;
  let isWhole = false;
  let broken = 0;
  function use(line: JsonObject): void {
    const part = textIn(line["part"]) ?? "";
    const { type, address } = optional(line, ["type", "address"]);
    if (type !== undefined && address !== undefined && isObject(line["body"])) {
      const text = textOfBody(line["body"]);
      const place = optional(line, ["account", "region"]);
      // What is read again after a break counts in place of what was read before it.
      records.set(`${type} ${address}`, { part, record: { type, address, ...place, text } });
    }
    for (const each of listOf(line["plan"])) {
      const { name, type, ...place } = optional(objectOf(each), [
        "name",
        "type",
        "account",
        "region",
      ]);
      if (name !== undefined && type !== undefined) parts.set(name, { name, type, ...place });
    }
    const gap = gapOf(line["gap"]);
    if (gap !== undefined) gaps.push({ part, gap });
    const problem = textIn(line["problem"]);
    if (problem !== undefined) problems.push(problem);
    const ended = textIn(line["done"]);
    if (ended !== undefined) done.add(ended);
    if (line["end"] === true) isWhole = true;
  }
  try {
    for await (const text of linesOf(file)) {
      if (text?.trim() === "") continue;
      const line = text === undefined ? undefined : jsonOf(text);
      if (head === undefined) head = headOf(line ?? {}, file);
      else if (line === undefined) broken++;
      else use(line);
    }
  } catch (error) {
    if (error instanceof PaviseError) throw error;
    throw new PaviseError("file-missing", `${file}: ${fileReason(error)}`, { cause: error });
  }
  if (head === undefined) throw invalid(file, "it is empty");
  // One line may be cut off where writing was; more than that is damage.
  if (broken > (isWhole ? 0 : 1)) problems.push(`${file}: ${broken} lines are damaged`);
  return {
    head,
    parts,
    done,
    records: [...records.values()],
    gaps,
    problems: [...new Set(problems)],
    isWhole,
  };
}

function jsonOf(text: string): JsonObject | undefined {
  // It would be written again, which takes a stack.
  if (isDeep(text, maxDepth)) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads a snapshot, of one cloud where that is said: checks of another would find nothing in it. What was
 * not read when it was cut off is a gap. Throws `snapshot-invalid`, `file-missing`.
 */
export async function loadSnapshot(file: string, wanted?: Dialect): Promise<LiveReading> {
  const { head, parts, done, records, gaps, problems, isWhole } = await load(file);
  if (wanted !== undefined && head.dialect !== wanted)
    throw invalid(file, `it is of ${head.dialect}, not of ${wanted}`);
  const make = resourceMaker(head.dialect);
  const left = isWhole ? [] : [...parts.values()].filter(({ name }) => !done.has(name));
  return {
    resources: records.map(({ record }) => make(record)),
    gaps: [
      ...gaps.map(({ gap }) => gap),
      ...left.map(({ type, account, region }) => ({
        type,
        ...(account === undefined ? {} : { account }),
        ...(region === undefined ? {} : { region }),
        missing: "it was not read before the snapshot was cut off",
      })),
    ],
    problems: [
      ...problems.map((message) => ({ message })),
      ...(isWhole ? [] : [{ message: `${file}: the snapshot is not whole` }]),
    ],
    accounts: head.accounts,
    regions: head.regions,
    time: head.time,
  };
}

/** What of a snapshot need not be read again; undefined where there is none that can be continued. */
export async function continueSnapshot(
  file: string,
  head: SnapshotHead,
): Promise<ReadonlyMap<string, PartContent> | undefined> {
  let loaded: Loaded;
  try {
    loaded = await load(file);
  } catch (error) {
    // Nothing there, or nothing in it. What is there and is no snapshot is not written over.
    if (error instanceof PaviseError && error.code === "file-missing") return undefined;
    if (statSync(file).size === 0) return undefined;
    throw error;
  }
  const { dialect, accounts, regions } = loaded.head;
  const isSame =
    dialect === head.dialect &&
    accounts.join() === head.accounts.join() &&
    regions.join() === head.regions.join();
  if (loaded.isWhole || !isSame) return undefined;
  const content = new Map<string, PartContent & { records: LiveRecord[]; gaps: Gap[] }>();
  for (const name of loaded.done) {
    const part = loaded.parts.get(name);
    if (part !== undefined) content.set(name, { part, records: [], gaps: [] });
  }
  for (const { part, record } of loaded.records) content.get(part)?.records.push(record);
  for (const { part, gap } of loaded.gaps) content.get(part)?.gaps.push(gap);
  return content;
}

/** Opens a file to write a reading to: a new one, or the end of one that is continued. */
export function writeSnapshot(
  file: string,
  { head, isContinued }: { readonly head: SnapshotHead; readonly isContinued: boolean },
): SnapshotWriter {
  let handle: number;
  try {
    handle = openSync(file, isContinued ? "r+" : "w", 0o600);
  } catch (error) {
    throw new PaviseError("output-failed", `${file}: ${fileReason(error)}`, { cause: error });
  }
  if (isContinued) cutOpenLine(handle);
  let position = isContinued ? fstatSync(handle).size : 0;
  function write(line: object): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    try {
      writeSync(handle, bytes, 0, bytes.length, position);
    } catch (error) {
      throw new PaviseError("output-failed", `${file}: ${fileReason(error)}`, { cause: error });
    }
    position += bytes.length;
  }
  if (!isContinued) write({ pavise: "snapshot", version, ...head });
  return {
    plan: (parts) => write({ plan: parts }),
    record: (part, { text, ...record }) =>
      write({ ...record, part: part.name, body: JSON.parse(text) as Json }),
    gap: (part, gap) => write({ gap, part: part.name }),
    problem: (problem) => write({ problem }),
    done: (part) => write({ done: part.name }),
    end: () => write({ end: true }),
    close: () => closeSync(handle),
  };
}

/** Drops what stands behind the last line break: a line that was being written when all ended. */
function cutOpenLine(handle: number): void {
  const { size } = fstatSync(handle);
  const chunk = Buffer.alloc(64 * 1024);
  for (let end = size; end > 0;) {
    const start = Math.max(0, end - chunk.length);
    const count = readSync(handle, chunk, 0, end - start, start);
    const found = chunk.subarray(0, count).lastIndexOf(10);
    if (found >= 0) return ftruncateSync(handle, start + found + 1);
    end = start;
  }
}

/** Writes a reading that is at hand. Throws `output-failed`. */
export function saveSnapshot(file: string, reading: LiveReading): void {
  const { resources, gaps, problems, accounts, regions, time } = reading;
  const dialect = resources[0]?.dialect ?? "aws";
  const head = { dialect, accounts, regions, time };
  const writer = writeSnapshot(file, { head, isContinued: false });
  const part = { name: "", type: "" };
  try {
    for (const { type, address, account, region, at } of resources)
      writer.record(part, { type, address, account, region, text: at.document.text });
    for (const gap of gaps) writer.gap(part, gap);
    for (const { message } of problems) writer.problem(message);
    writer.end();
  } finally {
    writer.close();
  }
}
