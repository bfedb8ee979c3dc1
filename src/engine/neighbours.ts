import { lstatSync, readFileSync, realpathSync, type Stats } from "node:fs";
import { join, relative } from "node:path";
import type { Neighbour } from "../load/folder/view.ts";
import type { Mention } from "../load/folder/word.ts";
import { leavesFolder } from "../load/places.ts";
import { blobBehind } from "./hub-cache.ts";
import { within } from "./targets.ts";

/** Modules that one module imports, and those in turn, that are followed. */
const maxModules = 200;
/** A longer module is not searched for what it imports. */
const maxModule = 4 * 1024 * 1024;

/**
 * Looks at what a file says is beside it: one call for each name, and no weights are read. Nothing outside
 * the folder is touched, and what is left out of the scan is there all the same.
 */
export function lookBeside(folder: string, { name, role }: Mention): Neighbour {
  if (leavesFolder(name)) return { kind: "outside" };
  const file = join(folder, name);
  try {
    const stat = lstatSync(file);
    if (stat.isDirectory()) return { kind: "folder" };
    // Only where it matters where a file lies is it asked for each part of its path.
    const real = stat.isSymbolicLink() || role === "data" ? realpathSync(file) : undefined;
    const at: Stats = real === undefined ? stat : lstatSync(real);
    if (real !== undefined && !isHonest(folder, file, real))
      return { kind: "link-outside", size: at.size, leads: relative(realpathSync(folder), real) };
    const size = role === "data" && at.isFile() ? fetchedSize(real ?? file, at.size) : at.size;
    const imports = role === "code" || role === "module" ? importedBy(folder, name) : undefined;
    return { kind: "file", size, links: at.nlink, ...(imports === undefined ? {} : { imports }) };
  } catch {
    return { kind: "missing" };
  }
}

/** Of a file that stands for another until Git LFS fetches it: at most as large as this. */
const largestPointer = 1_024;

/** The size that a file has once Git LFS has fetched it. */
function fetchedSize(file: string, size: number): number {
  if (size > largestPointer) return size;
  const pointer = readFileSync(file, "latin1");
  if (!pointer.startsWith("version https://git-lfs.github.com/")) return size;
  return Number(/^size (\d{1,15})$/m.exec(pointer)?.[1] ?? size);
}

/** True where a file lies in its folder, or in the cache of a hub that the folder is a view of. */
function isHonest(folder: string, file: string, real: string): boolean {
  return within(realpathSync(folder), real) || blobBehind(file, real) !== undefined;
}

/** As `transformers.dynamic_module_utils.get_relative_imports` finds them. */
const relativeImport = /^[ \t]*(?:from[ \t]+\.([\w.]+)[ \t]+import\b|import[ \t]+\.([\w.]+))/gm;

/** The modules beside it that a module imports, and those in turn. */
function importedBy(folder: string, module: string): readonly string[] {
  const found = new Set<string>();
  const pending = [module];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const base = at.slice(0, at.lastIndexOf("/") + 1);
    for (const [, from, plain] of textOf(folder, at).matchAll(relativeImport)) {
      const name = `${base}${(from ?? plain ?? "").replaceAll(".", "/")}.py`;
      if (name === module || found.has(name) || found.size >= maxModules) continue;
      if (lstatSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory() !== false)
        continue;
      found.add(name);
      pending.push(name);
    }
  }
  return [...found];
}

/** The text of a module; empty for what is none, such as a link to a device that never ends. */
function textOf(folder: string, name: string): string {
  const file = join(folder, name);
  try {
    const real = realpathSync(file);
    const stat = lstatSync(real);
    if (!stat.isFile() || stat.size > maxModule || !isHonest(folder, file, real)) return "";
    return readFileSync(real, "utf8");
  } catch {
    return "";
  }
}
