import { isUtf8 } from "node:buffer";
import {
  lstatSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  type BigIntStats,
  type Dirent,
} from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { fileReason, PaviseError } from "../../core/index.ts";

/** By what a file is known to be the same file, unchanged. */
export interface Stamp {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
}

/** A file of a model. */
export interface ModelFile {
  /** Relative to the model, with `/`; the file's own name where the model is one file. */
  readonly name: string;
  /** As the file system names it. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readonly stamp: Stamp;
  /** True where a link was followed to it. */
  readonly isLinked: boolean;
}

/** Something that cannot be part of a signed model. */
export interface Unfit {
  readonly kind: "link" | "special-file" | "name" | "unreadable" | "limit";
  readonly name: string;
  readonly message: string;
}

/** The files of a model, in the order of the code points of their names. */
export interface Listing {
  /** The folder or file, absolute. */
  readonly root: string;
  /** Its base name. */
  readonly name: string;
  readonly isFile: boolean;
  readonly files: readonly ModelFile[];
  /** Names that are there and were left out because an ignored path covers them. */
  readonly ignored: readonly string[];
  readonly unfit: readonly Unfit[];
}

/** How a model is looked through. */
export interface ListOptions {
  /** Relative paths, exact: the path itself and, of a folder, what is below it. */
  readonly ignore?: readonly string[];
  /** Follows links, to files outside of the folder as well: their content counts. */
  readonly allowSymlinks?: boolean;
}

/** What Git keeps beside a model; top level only (OMS 1.0, section 6). */
export const gitPaths = [".git", ".gitattributes", ".github", ".gitignore"] as const;

const maxFiles = 2_000_000;
const maxDepth = 128;

/** Compares by code points, as OMS orders names; UTF-16 puts some of the astral ones first. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one === other) continue;
    // Surrogates stand above everything else that has one unit.
    const isAstral = one >= 0xd800 && one < 0xe000;
    const isOtherAstral = other >= 0xd800 && other < 0xe000;
    return isAstral === isOtherAstral ? one - other : isAstral ? 1 : -1;
  }
  return a.length - b.length;
}

export function stampOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): Stamp {
  return { dev, ino, size, mtimeNs, ctimeNs };
}

export function isSameStamp(a: Stamp, b: Stamp): boolean {
  return (
    a.dev === b.dev &&
    a.ino === b.ino &&
    a.size === b.size &&
    a.mtimeNs === b.mtimeNs &&
    a.ctimeNs === b.ctimeNs
  );
}

/** A folder that is yet to be read, with the folders above it as they are on disk. */
interface Pending {
  readonly name: string;
  readonly path: string;
  readonly above: readonly string[];
}

/**
 * Lists the files of a model, which is a folder or one file. Reads no content. Throws
 * `target-missing` where there is nothing at `path`; whatever cannot be part of a signed model is in
 * `unfit`, so that who verifies can say all of it.
 */
export function listModel(path: string, options: ListOptions = {}): Listing {
  const root = resolve(path);
  const name = basename(root);
  const files: ModelFile[] = [];
  const ignored: string[] = [];
  const unfit: Unfit[] = [];
  const ignore = new Set(options.ignore);
  const follows = options.allowSymlinks === true;

  const stat = lstatSync(root, { bigint: true, throwIfNoEntry: false });
  if (stat === undefined)
    throw new PaviseError("target-missing", `${path}: there is no such file or folder`, {
      hint: "Name the folder of a model, or one file.",
    });
  // The model itself may be a link: the person who named it has chosen it.
  const real = stat.isSymbolicLink() ? statSync(root, { bigint: true }) : stat;
  const listing = { root, name, files, ignored, unfit };
  if (!real.isDirectory()) {
    if (real.isFile())
      files.push({
        name,
        file: root,
        size: Number(real.size),
        stamp: stampOf(real),
        isLinked: false,
      });
    else unfit.push({ kind: "special-file", name, message: "it is neither a file nor a folder" });
    return { ...listing, isFile: true };
  }

  function isFull(at: string): boolean {
    if (files.length + ignored.length < maxFiles) return false;
    if (unfit.at(-1)?.kind !== "limit")
      unfit.push({ kind: "limit", name: at, message: `more than ${maxFiles} files` });
    return true;
  }
  function add(entry: { readonly name: string; readonly file: string }, isLinked: boolean): void {
    const { name: named, file } = entry;
    try {
      const found = statSync(file, { bigint: true });
      const size = Number(found.size);
      if (found.isFile()) files.push({ name: named, file, size, stamp: stampOf(found), isLinked });
      else unfit.push({ kind: "special-file", name: named, message: "it is no regular file" });
    } catch (error) {
      unfit.push({ kind: "unreadable", name: named, message: fileReason(error) });
    }
  }

  const pending: Pending[] = [{ name: "", path: root, above: [realpathSync(root)] }];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of entriesOf(folder, unfit)) {
      const named = folder.name === "" ? entry.name : `${folder.name}/${entry.name}`;
      const file = join(folder.path, entry.name);
      if (isFull(named)) break;
      if (ignore.has(named)) {
        ignored.push(named);
        continue;
      }
      if (entry.isSymbolicLink()) {
        if (!follows) {
          unfit.push({ kind: "link", name: named, message: `a link to ${leadOf(file)}` });
          continue;
        }
        const target = statSync(file, { throwIfNoEntry: false });
        if (target?.isDirectory() !== true) {
          add({ name: named, file }, true);
          continue;
        }
        const below = realpathSync(file);
        if (folder.above.includes(below))
          unfit.push({ kind: "link", name: named, message: "a link to a folder that it is in" });
        else push({ name: named, path: file, above: [...folder.above, below] });
      } else if (entry.isDirectory()) {
        push({ name: named, path: file, above: folder.above });
      } else if (entry.isFile()) add({ name: named, file }, false);
      else unfit.push({ kind: "special-file", name: named, message: "it is no regular file" });
    }
  }
  function push(next: Pending): void {
    if (next.name.split("/").length > maxDepth)
      unfit.push({ kind: "limit", name: next.name, message: `deeper than ${maxDepth} folders` });
    else pending.push(next);
  }
  files.sort((a, b) => byCodePoint(a.name, b.name));
  ignored.sort(byCodePoint);
  unfit.sort((a, b) => byCodePoint(a.name, b.name));
  return { ...listing, isFile: false };
}

function leadOf(file: string): string {
  try {
    return JSON.stringify(readlinkSync(file).slice(0, 200));
  } catch {
    return "somewhere";
  }
}

/** The entries of a folder whose names are texts. */
function entriesOf({ name, path }: Pending, unfit: Unfit[]): readonly Dirent[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    if (!entries.some((entry) => entry.name.includes("\ufffd"))) return entries;
    // A name that is no UTF-8 reads as one with this character in it, and could not be found again.
    const raw = readdirSync(path, { encoding: "buffer" });
    const texts = new Set(raw.filter(isUtf8).map((bytes) => bytes.toString()));
    const broken = raw.length - texts.size;
    if (broken > 0)
      unfit.push({
        kind: "name",
        name: name === "" ? "." : name,
        message: `${broken} ${broken === 1 ? "name" : "names"} in it that are no UTF-8`,
      });
    return entries.filter((entry) => texts.has(entry.name));
  } catch (error) {
    unfit.push({ kind: "unreadable", name: name === "" ? "." : name, message: fileReason(error) });
    return [];
  }
}

/** A path relative to a folder, as manifests have it; undefined where it is not below. */
export function nameBelow(folder: string, file: string): string | undefined {
  const name = relative(resolve(folder), resolve(file));
  if (name === "" || name.startsWith("..")) return undefined;
  return sep === "/" ? name : name.split(sep).join("/");
}
