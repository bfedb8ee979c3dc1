// What is asked of Git. The repository may be anybody's: nothing that it configures is run, and
// nothing is fetched.
import { spawn, type ChildProcessByStdio } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { createInterface } from "node:readline";

/** The first commit in which a version of a file stands. */
export interface Version {
  readonly blob: string;
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly commit: string;
  /** ISO 8601. */
  readonly date: string;
}

const safe = [
  "--no-pager",
  "--no-replace-objects",
  "--no-optional-locks",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.quotePath=false",
  "-c",
  "protocol.allow=never",
];

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

function git(folder: string, args: readonly string[], signal?: AbortSignal): Child {
  return spawn("git", [...safe, "-C", folder, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1", LC_ALL: "C" },
    signal,
  });
}

/** Resolves when a program has ended; rejects with what it said where it failed. */
function ended(child: Child): Promise<void> {
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    if (said.length < 1_000) said += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`git: ${said.trim().split("\n", 1)[0] ?? `status ${code}`}`));
    });
  });
}

async function* linesOf(
  folder: string,
  args: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<string> {
  const child = git(folder, args, signal);
  const end = ended(child);
  // Heard below; an early failure must not count as unheard meanwhile.
  end.catch(() => {});
  child.stdin.end();
  yield* createInterface({ input: child.stdout, crlfDelay: Infinity });
  await end;
}

/** What a command of Git says, whole; rejects where it fails or says more than that many bytes. */
export async function gitOutput(
  folder: string,
  args: readonly string[],
  { maxBytes, signal }: { readonly maxBytes: number; readonly signal?: AbortSignal },
): Promise<Buffer> {
  const child = git(folder, args, signal);
  const end = ended(child);
  end.catch(() => {});
  child.stdin.end();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of child.stdout as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) {
      child.kill();
      throw new Error(`git: more than ${maxBytes} bytes`);
    }
    parts.push(part);
  }
  await end;
  return Buffer.concat(parts);
}

/** The folder of the repository that holds a path; rejects where there is none. */
export async function repositoryOf(folder: string): Promise<string> {
  for await (const line of linesOf(folder, ["rev-parse", "--show-toplevel"])) return line;
  throw new Error("git: no working tree");
}

/** `"a\tb"`: Git quotes names with control characters. */
function unquoted(name: string): string {
  if (!name.startsWith('"') || !name.endsWith('"')) return name;
  return name.slice(1, -1).replaceAll(/\\(["\\])/g, "$1");
}

/** A file, as `--raw` says it; a merge has an object for each parent, then its own. */
const rawLine = /^:+([0-7]{6}(?: [0-7]{6})+) ([0-9a-f]{40,64}(?: [0-9a-f]{40,64})+) [A-Z]+\t(.*)$/;
const isFile = /100(?:644|755|664)$/;
const isNone = /^0+$/;

/** Every version of every file that the refs lead to, each object once, the oldest commit first. */
export async function* versionsOf(
  folder: string,
  refs: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<Version> {
  const from = refs.length === 0 ? ["--all"] : refs;
  const args = ["log", "--reverse", "--raw", "-c", "--no-renames", "--no-abbrev", "--root"];
  const seen = new Set<string>();
  let commit = "";
  let date = "";
  for await (const line of linesOf(
    folder,
    [...args, "--format=%x01%H %cI", ...from, "--"],
    signal,
  )) {
    if (line.startsWith("\u0001")) {
      [commit = "", date = ""] = line.slice(1).split(" ");
      continue;
    }
    const found = rawLine.exec(line);
    if (found === null || !isFile.test(found[1] ?? "")) continue;
    const blob = found[2]?.split(" ").at(-1) ?? "";
    if (isNone.test(blob) || seen.has(blob)) continue;
    seen.add(blob);
    yield { blob, path: unquoted(found[3] ?? ""), commit, date };
  }
}

/** The versions that stand in the index now. */
export async function* standingOf(folder: string): AsyncGenerator<Pick<Version, "blob" | "path">> {
  for await (const line of linesOf(folder, ["ls-files", "--stage"])) {
    const found = /^100\d{3} ([0-9a-f]{40,64}) \d\t(.*)$/.exec(line);
    if (found !== null) yield { blob: found[1] ?? "", path: unquoted(found[2] ?? "") };
  }
}

/** The bytes of objects, in the order of their names; undefined for one that is too large or lost. */
export async function* bytesOfBlobs(
  folder: string,
  blobs: readonly string[],
  options: { readonly maxBytes: number; readonly signal?: AbortSignal },
): AsyncGenerator<Buffer | undefined> {
  const child = git(folder, ["cat-file", "--batch"], options.signal);
  const end = ended(child);
  end.catch(() => {});
  child.stdin.on("error", () => {});
  void feed(child.stdin, blobs);
  let held: Buffer[] = [];
  let size = 0;
  /** Bytes of the object that are still to come, with the line break after it. */
  let wanted = -1;
  let drop = false;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    for (;;) {
      if (wanted < 0) {
        const whole = held.length === 1 ? held[0]! : Buffer.concat(held);
        held = [whole];
        const line = whole.indexOf(10);
        if (line < 0) break;
        const [, type = "", length = ""] = whole.toString("latin1", 0, line).split(" ");
        held = [whole.subarray(line + 1)];
        size -= line + 1;
        if (type === "missing") {
          yield undefined;
          continue;
        }
        wanted = Number(length) + 1;
        drop = wanted > options.maxBytes;
      }
      if (drop) {
        const whole = held.length === 1 ? held[0]! : Buffer.concat(held);
        const gone = Math.min(wanted, whole.length);
        held = [whole.subarray(gone)];
        size -= gone;
        wanted -= gone;
        if (wanted > 0) break;
        wanted = -1;
        yield undefined;
        continue;
      }
      if (size < wanted) break;
      const whole = held.length === 1 ? held[0]! : Buffer.concat(held);
      held = [whole.subarray(wanted)];
      size -= wanted;
      yield whole.subarray(0, wanted - 1);
      wanted = -1;
    }
  }
  await end;
}

async function feed(stdin: Writable, blobs: readonly string[]): Promise<void> {
  for (const blob of blobs) {
    if (stdin.destroyed) return;
    if (!stdin.write(`${blob}\n`)) {
      await new Promise<void>((resolve) => {
        stdin.once("drain", resolve);
        stdin.once("close", resolve);
      });
    }
  }
  stdin.end();
}
