import { statSync, type Stats } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { messageOf, PaviseError } from "../core/index.ts";

/** True where `path` is `folder` or lies in it; both absolute. */
export function within(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return (
    inside === "" ||
    (inside !== ".." && !inside.startsWith(`..${sep}`) && resolve(folder, inside) === path)
  );
}

function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? "/";
  for (const folder of folders) while (!within(common, folder)) common = dirname(common);
  return common;
}

/** A path that the user named, and what is there. */
export interface Target {
  /** Absolute. */
  readonly path: string;
  readonly stat: Stats;
}

function statTarget(target: string, cwd: string): Target {
  const path = resolve(cwd, target);
  try {
    return { path, stat: statSync(path) };
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new PaviseError(
      "target-missing",
      missing ? `${target} does not exist` : `${target}: ${messageOf(error)}`,
      {
        hint: "Name a file or a folder, or nothing to scan the current folder.",
        cause: error,
      },
    );
  }
}

/**
 * Looks up what the user named, each once, and the folder that paths in reports are relative to:
 * the current one where it holds all of them (as editors, SARIF and annotations want it), else the
 * one that they share. Throws `target-missing`.
 */
export function openTargets(
  names: readonly string[],
  cwd: string,
): { targets: readonly Target[]; root: string } {
  const found = names.map((name) => statTarget(name, cwd));
  const targets = [...new Map(found.map((target) => [target.path, target])).values()];
  const folders = targets.map(({ path, stat }) => (stat.isDirectory() ? path : dirname(path)));
  const root = folders.every((folder) => within(cwd, folder)) ? cwd : commonFolder(folders);
  return { targets, root };
}
