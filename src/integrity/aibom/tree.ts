// What a JSON, YAML or TOML file of a model says, in short words and cleaned.
import type { Trees, TreeNode } from "../../formats/setting/tree.ts";
import { entriesOf, entry, itemsOf, scalar } from "../../formats/setting/tree.ts";
import { parseJson } from "../../formats/json/parse.ts";
import { parseToml } from "../../formats/toml/parse.ts";
import { parseYaml } from "../../formats/yaml/parse.ts";
import { lineOf, nameOfFile, proseOf } from "./clean.ts";
import type { Folder } from "./folder.ts";

const longestFile = 8_000_000;
const parsers = { json: parseJson, yaml: parseYaml, toml: parseToml };

/** Most elements of a list that are taken. */
const maxItems = 500;

/** The first document of a text; says what is wrong with it. */
export function treeOf(
  folder: Pick<Folder, "warn">,
  { name, text, kind }: { name: string; text: string; kind: keyof typeof parsers },
): TreeNode | undefined {
  const { roots, problems }: Trees = parsers[kind](text);
  const [problem] = problems;
  if (problem !== undefined) {
    const isTooDeep = problem.message.includes("call stack");
    folder.warn(`${nameOfFile(name)}: ${isTooDeep ? "nested too deeply" : problem.message}`);
  }
  return roots[0];
}

/** A structured file of the model. */
export function treeIn(
  folder: Folder,
  name: string,
  kind: keyof typeof parsers = "json",
): TreeNode | undefined {
  const text = folder.text(name, longestFile);
  return text === undefined ? undefined : treeOf(folder, { name, text, kind });
}

/** The value below several keys. */
export function at(node: TreeNode | undefined, ...keys: readonly string[]): TreeNode | undefined {
  let found = node;
  for (const key of keys) found = entry(found, key);
  return found;
}

const nothing = /^(?:null|none|~|\[more information needed\]|todo)?$/i;

/** A scalar as a text of one line; undefined for what says nothing. */
export function textOf(node: TreeNode | undefined, longest = 500): string | undefined {
  const found = scalar(node);
  if (found === undefined || nothing.test(found.value.trim())) return undefined;
  return lineOf(found.value, longest);
}

/** A scalar as prose. */
export function proseAt(node: TreeNode | undefined): string | undefined {
  const found = scalar(node);
  return found === undefined || nothing.test(found.value.trim()) ? undefined : proseOf(found.value);
}

/** The elements of a list; a single value is a list of one. */
export function listOf(node: TreeNode | undefined): readonly TreeNode[] {
  if (node === undefined) return [];
  return node.kind === "list" ? itemsOf(node).slice(0, maxItems) : [node];
}

/** The texts of a list, or of a single one. */
export function textsOf(node: TreeNode | undefined, longest = 200): readonly string[] {
  return [...new Set(listOf(node).flatMap((item) => textOf(item, longest) ?? []))];
}

/** The entries of a map, with cleaned names. */
export function pairsOf(
  node: TreeNode | undefined,
): readonly { readonly key: string; readonly value: TreeNode }[] {
  return entriesOf(node)
    .slice(0, maxItems)
    .flatMap(({ key, value }) => {
      const name = lineOf(key, 200);
      return name === undefined ? [] : [{ key: name, value }];
    });
}

/** Leaves out what is undefined, so that two readers' words can be laid over one another. */
export function defined<T extends object>(values: T): T {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as unknown as T;
}
