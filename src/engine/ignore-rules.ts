import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import type createIgnoreType from "ignore";
import type { Ignore } from "ignore";

/** The ignore files of one folder. */
interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
  readonly source: string;
}

/** The ignore files that hold in a folder, outermost first. */
export type IgnoreLayers = readonly Layer[];

/** Loaded when the first rule is met; many scans meet none. */
function createIgnore(): Ignore {
  const load = createRequire(import.meta.url);
  return (load("ignore") as typeof createIgnoreType)();
}

const names = [".gitignore", ".paviseignore"];
const maxBytes = 1024 * 1024;

function readRules(file: string): Ignore | undefined {
  try {
    const text = readFileSync(file, "utf8");
    return text.length > maxBytes ? undefined : createIgnore().add(text);
  } catch {
    // An ignore file that cannot be read ignores nothing, so that more is scanned, not less.
    return undefined;
  }
}

/** Adds the ignore files of `folder`, of which `present` are there, to those of its parents. */
export function withFolder(
  layers: IgnoreLayers,
  folder: string,
  present: ReadonlySet<string>,
): IgnoreLayers {
  const own = names.flatMap((name) => {
    const rules = present.has(name) ? readRules(join(folder, name)) : undefined;
    return rules === undefined ? [] : [{ folder, rules, source: name }];
  });
  return own.length === 0 ? layers : [...layers, ...own];
}

/** Ignore files above a folder, up to the top of its git repository; none outside of one. */
export function layersAbove(folder: string): IgnoreLayers {
  const above: string[] = [];
  let at = folder;
  while (!existsSync(join(at, ".git"))) {
    const parent = dirname(at);
    if (parent === at) return [];
    above.push(parent);
    at = parent;
  }
  let layers: IgnoreLayers = [];
  for (const parent of above.reverse()) {
    const present = new Set(names.filter((name) => existsSync(join(parent, name))));
    layers = withFolder(layers, parent, present);
  }
  return layers;
}

/** A path as ignore patterns see it: relative, with forward slashes, a folder with one at its end. */
function patternPath(folder: string, path: string, isFolder: boolean): string {
  const inside = relative(folder, path);
  const slashed = sep === "/" ? inside : inside.split(sep).join("/");
  return isFolder ? `${slashed}/` : slashed;
}

/** Which ignore file says that `path` is to be left out, if one does; the innermost decides. */
export function ignoredBy(
  layers: IgnoreLayers,
  path: string,
  isFolder: boolean,
): string | undefined {
  let verdict: string | undefined;
  for (const { folder, rules, source } of layers) {
    const { ignored, unignored } = rules.test(patternPath(folder, path, isFolder));
    if (ignored) verdict = source;
    else if (unignored) verdict = undefined;
  }
  return verdict;
}

/** Tests paths against patterns in the syntax of `.gitignore`, relative to `folder`. */
export function globTester(
  folder: string,
  patterns: readonly string[],
): (path: string, isFolder?: boolean) => boolean {
  if (patterns.length === 0) return () => false;
  const rules = createIgnore().add([...patterns]);
  return (path, isFolder = false) => {
    const inside = patternPath(folder, path, isFolder);
    return inside !== "/" && inside !== "" && !inside.startsWith("../") && rules.ignores(inside);
  };
}
