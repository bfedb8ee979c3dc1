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

/**
 * What a module imports of what lies beside it: relative imports, as `transformers.dynamic_module_utils`
 * finds them, also `from . import a, b`; and names without a dot, which a loader finds where it puts the
 * folder on Python's path.
 */
const anyImport =
  /^[ \t]*(?:from[ \t]+(\.{0,8})([\w.]{0,200})[ \t]+import[ \t]+(\([^()]{0,4000}\)|[^\n#;]{1,1000})|import[ \t]+([\w., \t]{1,1000}))/gm;
const maxNames = 100;

/** Files and packages that an import may mean, from the folder of the module that says it. */
function meant(base: string, found: RegExpExecArray | RegExpMatchArray): readonly string[] {
  const [, dots = "", module = "", taken = "", plain = ""] = found;
  if (plain !== "")
    return plain
      .split(",", maxNames)
      .map((each) => base + each.trim().split(/\s/, 1)[0]!.replace(/^\./, "").replaceAll(".", "/"));
  const parents = base.split("/").slice(0, -1);
  if (dots.length - 1 > parents.length) return [];
  const kept = parents.slice(0, parents.length - Math.max(0, dots.length - 1));
  const path = [...kept, ...module.split(".").filter((part) => part !== "")];
  const names = taken
    .replace(/[()]/g, "")
    .split(",", maxNames)
    .map((each) => each.trim().split(/\s/, 1)[0]!)
    .filter((each) => /^\w+$/.test(each));
  const inside = names.map((each) => [...path, each].join("/"));
  return module === "" ? inside : [path.join("/"), ...inside];
}

/** The modules beside it that a module imports, and those in turn. */
function importedBy(folder: string, module: string): readonly string[] {
  const found = new Set<string>();
  const pending = [module];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const base = at.slice(0, at.lastIndexOf("/") + 1);
    for (const match of textOf(folder, at).matchAll(anyImport))
      for (const path of meant(base, match))
        for (const name of [`${path}.py`, `${path}/__init__.py`]) {
          if (name === module || found.has(name) || found.size >= maxModules) continue;
          if (leavesFolder(name) || !isFile(join(folder, name))) continue;
          found.add(name);
          pending.push(name);
        }
  }
  return [...found];
}

function isFile(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === false;
  } catch {
    return false;
  }
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
