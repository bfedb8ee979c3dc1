import { constants } from "node:fs";
import { open, rename, type FileHandle } from "node:fs/promises";
import { messageOf, PaviseError } from "../../core/index.ts";
import type { AuditLog, AuditRecord } from "../parts.ts";
import { boundedRecord } from "./bounded.ts";
import { digestBy, genesis, lineOf, maxTorn, readLine, type Digest, type Head } from "./chain.ts";
import { lockFile } from "./lock.ts";
import { finishedFiles, finishFile, syncFolder } from "./rotation.ts";

export interface AuditLogOptions {
  readonly file: string;
  /** Makes the chain an HMAC: it holds only for who has the key. */
  readonly key?: Buffer;
  /**
   * `process`: a record survives the end of the process, kill -9 included, once `append` resolves.
   * `disk`: it survives the loss of power as well (fdatasync; several records share one).
   */
  readonly durability?: "process" | "disk";
  /** A file with more is finished as `FILE.000001`, and the chain goes on in a new one. */
  readonly maxBytes?: number;
}

/** An audit log of which the head can be noted elsewhere. */
export interface OpenAuditLog extends AuditLog {
  readonly head: () => Head;
}

/** Bytes at the end of a log in which its last record is sought. */
const tailBytes = 2 * 1024 * 1024;

interface Tail {
  readonly head: Head;
  /** True where a crash left the last line half written. */
  readonly isTorn: boolean;
  readonly size: number;
}

function damaged(file: string): PaviseError {
  return new PaviseError(
    "audit-log-damaged",
    `${file} cannot be continued: its last record is damaged, was written with another key, or is none`,
    { hint: `\`pavise audit-log verify ${file}\` says where. Keep the file and name a new one.` },
  );
}

/** Finds the last whole record, and closes a line that has no end. */
async function tailOf(handle: FileHandle, digest: Digest, file: string): Promise<Tail> {
  const { size } = await handle.stat();
  const empty: Head = { count: 0, hash: genesis };
  if (size === 0) return { head: empty, isTorn: false, size };
  const from = Math.max(0, size - tailBytes);
  const bytes = Buffer.alloc(size - from);
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
  const lines = bytes.toString("utf8", 0, bytesRead).split("\n");
  const isOpen = lines.pop() !== "";
  if (isOpen) await writeBytes(handle, Buffer.from("\n"));
  const whole = isOpen ? size + 1 : size;
  // Lines that were cut off by processes that ended before they could say so.
  let torn = isOpen ? 1 : 0;
  for (const line of lines.toReversed()) {
    const read = readLine(line, digest);
    if (read?.isWhole === true)
      return { head: { count: read.count, hash: read.hash }, isTorn: torn > 0, size: whole };
    if (read !== undefined || ++torn > maxTorn) throw damaged(file);
  }
  // Nothing was ever recorded: the very first line was cut off.
  if (from === 0) return { head: empty, isTorn: true, size: whole };
  throw damaged(file);
}

interface Opened {
  readonly handle: FileHandle;
  readonly tail: Tail;
}

const flags = constants.O_RDWR | constants.O_CREAT | constants.O_APPEND;

async function openAt(file: string, digest: Digest): Promise<Opened> {
  const handle = await open(file, flags, 0o600);
  try {
    const tail = await tailOf(handle, digest, file);
    const before = tail.head.count === 0 ? (await finishedFiles(file)).at(-1) : undefined;
    if (before === undefined) return { handle, tail };
    // The file before was full: its last record is what the first of this one follows.
    const full = await open(before, "r");
    try {
      const { head } = await tailOf(full, digest, before);
      return { handle, tail: { ...tail, head } };
    } catch {
      throw damaged(before);
    } finally {
      await full.close();
    }
  } catch (error) {
    await handle.close();
    throw error;
  }
}

interface Waiting {
  readonly record: AuditRecord | TornRecord;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Stands after a line that a crash cut off. */
interface TornRecord extends Pick<AuditRecord, "time" | "exchange" | "event" | "message"> {
  readonly torn: true;
}

async function writeBytes(handle: FileHandle, bytes: Buffer): Promise<void> {
  let at = 0;
  while (at < bytes.length) at += (await handle.write(bytes, at)).bytesWritten;
}

/**
 * Opens an append-only log whose records are chained by their hashes: each line has the hash of the one
 * before it and its own. Records that wait are written together, and refused together where the disk says
 * no; what then stands half written is taken back, so that the chain goes on when there is room again.
 * A crash may leave the last line half written: the record after it says so (`torn`). One process writes a
 * file at a time.
 *
 * Throws PaviseError `audit-log-damaged`, `audit-log-busy`, or what the file system says.
 */
export async function openAuditLog(options: AuditLogOptions): Promise<OpenAuditLog> {
  const { file, key, durability = "process", maxBytes = Infinity } = options;
  const digest = digestBy(key);
  const unlock = await lockFile(file);
  const opened = await openAt(file, digest).catch(async (error: unknown) => {
    await unlock();
    throw error;
  });
  const { tail } = opened;
  let { handle } = opened;
  if (durability === "disk" && tail.size === 0) await syncFolder(file);

  let { head } = tail;
  /** Bytes of the file that are whole lines. */
  let size = tail.size;
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  /** Why nothing can be written any more: bytes of ours that could not be taken back. */
  let broken: Error | undefined;
  let isClosed = false;

  /** Goes on in a new file. What cannot be done is undone: then the record that was to be written is refused. */
  async function turn(): Promise<void> {
    const finished = await finishFile(file);
    let next: FileHandle;
    try {
      next = await open(file, flags | constants.O_EXCL, 0o600);
    } catch (error) {
      await rename(finished, file);
      throw error;
    }
    await handle.close();
    handle = next;
    size = 0;
    if (durability === "disk") await syncFolder(file);
  }

  async function writeAll(batch: readonly Waiting[]): Promise<void> {
    if (broken !== undefined) throw broken;
    const lines: string[] = [];
    let next = head;
    for (const { record } of batch) {
      const [line, after] = lineOf(boundedRecord(record), next, digest);
      lines.push(line, "\n");
      next = after;
    }
    const bytes = Buffer.from(lines.join(""));
    if (size > 0 && size + bytes.length > maxBytes) await turn();
    try {
      await writeBytes(handle, bytes);
      if (durability === "disk") await handle.datasync();
    } catch (error) {
      await handle.truncate(size).catch((worse: unknown) => {
        broken = new Error(`the audit log cannot be mended: ${messageOf(worse)}`, { cause: error });
      });
      throw error;
    }
    size += bytes.length;
    head = next;
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await writeAll(batch);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    writing = undefined;
  }

  function enter(record: AuditRecord | TornRecord): Promise<void> {
    if (isClosed) return Promise.reject(new Error("the audit log is closed"));
    return new Promise((resolve, reject) => {
      waiting.push({ record, resolve, reject });
      writing ??= drain();
    });
  }

  if (tail.isTorn)
    await enter({
      time: new Date().toISOString(),
      exchange: "",
      event: "start",
      torn: true,
      message: "the line before was cut off when the gateway ended",
    });

  return {
    append: enter,
    head: () => head,
    close: async () => {
      isClosed = true;
      await writing;
      await handle.close();
      await unlock();
    },
  };
}
