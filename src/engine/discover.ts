import { lstatSync, realpathSync, statSync, type Dirent, type Stats } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { messageOf, type AssetKind, type Coverage } from "../core/index.ts";
import {
  globTester,
  ignoredBy,
  layersAbove,
  withFolder,
  type IgnoreLayers,
} from "./ignore-rules.ts";
import { blobBehind } from "./hub-cache.ts";
import type { Subject } from "./inspect.ts";
import { openTargets, within } from "./targets.ts";

/** What is to be scanned, and what was passed by on the way. */
export interface Discovery {
  /** Folder that every path is relative to. */
  readonly root: string;
  /** Sorted by path. */
  readonly subjects: readonly Subject[];
  readonly passed: readonly Coverage[];
  /** Absolute paths of the targets. */
  readonly targets: readonly string[];
}

/** Where to look. */
export interface DiscoverOptions {
  readonly targets: readonly string[];
  readonly cwd: string;
  /** Patterns in the syntax of `.gitignore`, relative to `folder`. */
  readonly exclude?: { readonly folder: string; readonly patterns: readonly string[] };
  readonly signal?: AbortSignal;
}

/** Folders of other people's code or of none; a scan of them is asked for by name. */
const foreign: ReadonlyMap<string, string> = new Map([
  ["node_modules", "installed packages"],
  ["__pycache__", "compiled Python"],
]);

function isForeign(path: string): boolean {
  return path.split(sep).some((part) => part === ".git" || foreign.has(part));
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** Finds every file below the targets, in a fixed order. */
export async function discover(options: DiscoverOptions): Promise<Discovery> {
  const { cwd, signal } = options;
  const { targets, root } = openTargets(options.targets, cwd);
  const excluded = options.exclude ?? { folder: cwd, patterns: [] };
  const matchesExclude = globTester(excluded.folder, excluded.patterns);
  /** Off while a folder is walked that was named by hand although it is excluded. */
  let excluding = true;
  const isExcluded = (path: string, isFolder = false): boolean =>
    excluding && matchesExclude(path, isFolder);

  const found = new Map<string, Omit<Subject, "index">>();
  const passed = new Map<string, Coverage>();
  /** Real paths of the files and folders that were met, so that nothing is scanned twice. */
  const visited = new Set<string>();
  const links: { file: string; layers: IgnoreLayers; top: string }[] = [];

  const name = (file: string): string =>
    relative(root, file).split(sep).join("/") || basename(file);

  function pass(
    file: string,
    kind: AssetKind,
    why: Pick<Coverage, "status" | "reason" | "detail">,
  ): void {
    const path = kind === "directory" ? `${name(file)}/` : name(file);
    if (!found.has(file)) passed.set(path, { path, kind, size: 0, ...why });
  }
  const skip = (file: string, kind: AssetKind, why: Pick<Coverage, "reason" | "detail">): void =>
    pass(file, kind, { status: "skipped", ...why });
  const fail = (file: string, kind: AssetKind, error: unknown): void =>
    pass(file, kind, {
      status: "failed",
      reason: "unreadable",
      detail: messageOf(error).replace(file, name(file)),
    });

  function addFile(file: string, real: string, size: number): void {
    if (visited.has(real)) return;
    visited.add(real);
    found.set(file, { path: name(file), file, size });
    passed.delete(name(file));
  }

  function skipsFolder(folder: string, layers: IgnoreLayers): boolean {
    const base = basename(folder);
    if (base === ".git") return true;
    const stranger = foreign.get(base);
    const source = ignoredBy(layers, folder, true);
    if (stranger !== undefined) skip(folder, "directory", { reason: "excluded", detail: stranger });
    else if (source !== undefined)
      skip(folder, "directory", { reason: "excluded", detail: `ignored by ${source}` });
    else if (isExcluded(folder, true))
      skip(folder, "directory", { reason: "excluded", detail: "excluded by the configuration" });
    else return false;
    return true;
  }

  async function walk(start: {
    folder: string;
    real: string;
    layers: IgnoreLayers;
    top: string;
  }): Promise<void> {
    const { top } = start;
    const pending = [{ ...start, isTop: start.folder === top }];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (signal?.aborted === true) return;
      if (visited.has(at.real)) continue;
      visited.add(at.real);
      let entries: Dirent[];
      try {
        entries = await readdir(at.folder, { withFileTypes: true });
      } catch (error) {
        fail(at.folder, "directory", error);
        continue;
      }
      const names = new Set(entries.map((entry) => entry.name));
      // A virtual environment says so itself, whatever it is called.
      if (names.has("pyvenv.cfg") && !at.isTop) {
        skip(at.folder, "directory", {
          reason: "excluded",
          detail: "a Python virtual environment",
        });
        continue;
      }
      const layers = withFolder(at.layers, at.folder, names);
      for (const entry of entries) {
        const file = join(at.folder, entry.name);
        const entryReal = join(at.real, entry.name);
        if (entry.isDirectory()) {
          if (!skipsFolder(file, layers))
            pending.push({ folder: file, real: entryReal, layers, top, isTop: false });
        } else if (skipsFile(file, layers)) continue;
        else if (entry.isSymbolicLink()) links.push({ file, layers, top });
        else if (entry.isFile()) meet(file, entryReal);
        else
          skip(file, "binary", { reason: "special-file", detail: "a pipe, a socket or a device" });
      }
    }
  }

  function skipsFile(file: string, layers: IgnoreLayers): boolean {
    const source = ignoredBy(layers, file, false);
    if (source !== undefined)
      skip(file, "binary", { reason: "excluded", detail: `ignored by ${source}` });
    else if (isExcluded(file))
      skip(file, "binary", { reason: "excluded", detail: "excluded by the configuration" });
    else return false;
    return true;
  }

  function meet(file: string, real: string): void {
    try {
      addFile(file, real, lstatSync(file).size);
    } catch (error) {
      fail(file, "binary", error);
    }
  }

  /** Links come last: a file that is also reached without one keeps its own name. */
  async function follow(link: { file: string; layers: IgnoreLayers; top: string }): Promise<void> {
    const { file, layers, top } = link;
    let real: string;
    let stat: Stats;
    try {
      real = realpathSync(file);
      stat = statSync(real);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOENT")
        skip(file, "binary", { reason: "unreadable", detail: "a link that leads nowhere" });
      else if (code === "ELOOP")
        skip(file, "binary", { reason: "unreadable", detail: "a link that leads to itself" });
      else fail(file, "binary", error);
      return;
    }
    const blob = blobBehind(file, real);
    if (blob !== undefined && stat.isFile()) {
      // It is called by what it is to those who load it, not by its hash.
      if (found.delete(blob)) visited.delete(real);
      addFile(file, real, stat.size);
    } else if (!within(realpathSync(top), real)) {
      skip(file, stat.isDirectory() ? "directory" : "binary", {
        reason: "outside-tree",
        detail: "a link out of the scanned folder",
      });
    } else if (isForeign(relative(realpathSync(top), real))) {
      skip(file, stat.isDirectory() ? "directory" : "binary", {
        reason: "excluded",
        detail: "a link to installed packages",
      });
    } else if (visited.has(real)) return;
    else if (stat.isFile()) addFile(file, real, stat.size);
    else if (!stat.isDirectory())
      skip(file, "binary", { reason: "special-file", detail: "a pipe, a socket or a device" });
    else if (!skipsFolder(file, layers)) await walk({ folder: file, real, layers, top });
  }

  // Files named by hand come first, and are scanned even where they are ignored.
  for (const { path, stat } of targets) {
    if (stat.isFile()) addFile(path, realpathSync(path), stat.size);
    else if (!stat.isDirectory())
      skip(path, "binary", { reason: "special-file", detail: "a pipe, a socket or a device" });
  }
  for (const { path, stat } of targets) {
    if (!stat.isDirectory()) continue;
    const above = layersAbove(path);
    // A folder named by hand is scanned; rules from above that leave it out say nothing inside it.
    const hidden = ignoredBy(above, path, true) !== undefined;
    excluding = !matchesExclude(path, true);
    await walk({ folder: path, real: realpathSync(path), layers: hidden ? [] : above, top: path });
  }
  excluding = true;
  // The list grows on the way: a folder behind a link may hold more links.
  for (const link of links) await follow(link);

  return {
    root,
    subjects: [...found.values()].sort(byPath).map((subject, index) => ({ ...subject, index })),
    passed: [...passed.values()].sort(byPath),
    targets: targets.map(({ path }) => path),
  };
}
