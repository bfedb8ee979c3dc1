// Git LFS (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md): what stands in Git in place of
// a large file has its SHA-256. Objects are read, nothing is checked out and no filter is run.
import { realpathSync, statSync } from "node:fs";
import { basename, sep } from "node:path";
import { messageOf, PaviseError } from "../../core/index.ts";
import { bytesOfBlobs, gitOutput } from "../../engine/history-git.ts";
import { readGivenRecord } from "./files.ts";
import {
  filesOf,
  hexOf,
  invalidRecord,
  recordOf,
  type ReaderContext,
  type RecordedFile,
  type RecordNote,
  type RecordReader,
} from "./record.ts";

/** The specification's own limit. */
const maxPointerBytes = 1024;
const maxListBytes = 512 * 1024 * 1024;

/** What a pointer says; undefined for any other file. */
export function pointerIn(bytes: Buffer): RecordedFile | undefined {
  if (bytes.length >= maxPointerBytes) return undefined;
  const text = bytes.toString("utf8");
  if (!/^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n/.test(text))
    return undefined;
  const digest = hexOf(/\noid sha256:([0-9a-f]{64})\r?\n/.exec(text)?.[1], 64);
  const size = /\nsize (\d{1,16})\r?(?:\n|$)/.exec(text)?.[1];
  if (digest === undefined || size === undefined) return undefined;
  return { algorithm: "sha256", digest, size: Number(size) };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** `REPOSITORY@REVISION`; paths may hold an @ as well. */
function placeOf(text: string): { readonly folder: string; readonly revision: string } {
  if (isFolder(text)) return { folder: text, revision: "HEAD" };
  const at = text.lastIndexOf("@");
  const folder = text.slice(0, Math.max(0, at));
  const revision = text.slice(at + 1);
  if (folder !== "" && revision !== "" && isFolder(folder)) return { folder, revision };
  throw new PaviseError("usage", `--against lfs:${text.slice(0, 200)}: there is no such folder`, {
    hint: "The folder of a Git repository is needed, with @REVISION behind it, or the file of a pointer.",
  });
}

interface Blob {
  readonly mode: string;
  readonly oid: string;
  readonly size: number;
  readonly path: string;
}

function blobsIn(list: Buffer): readonly Blob[] {
  const blobs: Blob[] = [];
  for (const line of list.toString("utf8").split("\0")) {
    const found = /^(\d{6}) (\w+) ([0-9a-f]{40,64}) +(\d+|-)\t([^]+)$/.exec(line);
    if (found === null) continue;
    const [, mode = "", , oid = "", size = "", path = ""] = found;
    blobs.push({ mode, oid, size: size === "-" ? 0 : Number(size), path });
  }
  return blobs;
}

/** Where the model lies in the working tree, with a `/` at its end; empty where it lies elsewhere. */
function prefixOf(model: string, top: string): { readonly lead: string; readonly file?: string } {
  const path = realpathSync(model);
  const root = realpathSync(top);
  if (path === root || !path.startsWith(`${root}${sep}`)) return { lead: "" };
  const below = path
    .slice(root.length + 1)
    .split(sep)
    .join("/");
  return isFolder(path) ? { lead: `${below}/` } : { lead: "", file: below };
}

async function topOf(folder: string, signal?: AbortSignal): Promise<string> {
  try {
    const args = ["rev-parse", "--show-toplevel"];
    return (await gitOutput(folder, args, { maxBytes: 65_536, signal })).toString("utf8").trim();
  } catch {
    // A bare repository has no working tree.
    return folder;
  }
}

async function treeOf(
  folder: string,
  revision: string,
  signal?: AbortSignal,
): Promise<{ readonly commit: string; readonly blobs: readonly Blob[] }> {
  try {
    const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
    const commit = (await gitOutput(folder, asked, { maxBytes: 4096, signal })).toString().trim();
    const list = ["ls-tree", "-r", "-z", "-l", "--full-tree", commit];
    return {
      commit,
      blobs: blobsIn(await gitOutput(folder, list, { maxBytes: maxListBytes, signal })),
    };
  } catch (error) {
    throw invalidRecord(
      `lfs:${folder}@${revision}`,
      `Git does not read it: ${messageOf(error)}`,
      "Name the folder of a repository that is yours (Git refuses those of other users), and a revision that it has.",
    );
  }
}

function plainFile({ oid, size }: Blob): RecordedFile {
  return { algorithm: oid.length === 64 ? "git-sha256" : "git-sha1", digest: oid, size };
}

async function readRepository(
  text: string,
  { model, signal }: ReaderContext,
): ReturnType<RecordReader> {
  const { folder, revision } = placeOf(text);
  const { commit, blobs } = await treeOf(folder, revision, signal);
  const { lead, file } = prefixOf(model, await topOf(folder, signal));
  const source = `lfs:${basename(realpathSync(folder))}@${commit.slice(0, 12)}`;
  const notes: RecordNote[] = [];
  const wanted = blobs.flatMap((blob): readonly (Blob & { readonly name: string })[] => {
    if (file !== undefined) return blob.path === file ? [{ ...blob, name: basename(file) }] : [];
    return blob.path.startsWith(lead) ? [{ ...blob, name: blob.path.slice(lead.length) }] : [];
  });
  const files = wanted.filter(({ mode }) => mode.startsWith("100"));
  for (const { mode, name } of wanted) {
    if (mode.startsWith("100")) continue;
    const what = mode === "120000" ? "has a link in its place" : "keeps it in another repository";
    notes.push({ kind: "no-evidence", path: name, message: `${source} ${what}` });
  }
  const small = files.filter(({ size }) => size < maxPointerBytes);
  const entries = new Map<string, RecordedFile>(files.map((blob) => [blob.name, plainFile(blob)]));
  const oids = small.map(({ oid }) => oid);
  let at = 0;
  for await (const bytes of bytesOfBlobs(folder, oids, { maxBytes: maxPointerBytes + 1, signal })) {
    const { name } = small[at++]!;
    const pointer = bytes === undefined ? undefined : pointerIn(bytes);
    if (pointer !== undefined) entries.set(name, pointer);
  }
  if (entries.size === 0)
    notes.push({ kind: "no-evidence", message: `${source} has no file of the model` });
  return [recordOf({ source, files: filesOf(source, entries), scope: "whole", notes })];
}

/** Reads pointers of Git LFS: those of a revision of a repository, or the one in a file. */
export const readLfs: RecordReader = (text, context) => {
  if (statSync(text, { throwIfNoEntry: false })?.isFile() !== true)
    return readRepository(text, context);
  const pointer = pointerIn(readGivenRecord(text, maxPointerBytes));
  if (pointer === undefined) throw invalidRecord(text, "it is no pointer of Git LFS");
  const unnamed = [{ ...pointer, from: text, mayBeRoot: false }];
  return Promise.resolve([recordOf({ source: text, unnamed })]);
};
