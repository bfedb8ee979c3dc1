import { indexLines } from "../../../../core/index.ts";
import type { TreeNode, Trees } from "../../../../formats/setting/tree.ts";
import { parseYaml } from "../../../../formats/yaml/parse.ts";
import { splitMarks } from "./marks.ts";
import { prepareTemplate, type Mark } from "./prepare.ts";

/**
 * The trees of a template of Helm for those who read YAML as it is: actions are texts, as they are
 * written, and what stands under conditions is there. What cannot be read is one problem.
 */
export function treesOfTemplate(path: string, text: string): Trees {
  const document = { path, kind: "yaml", text, lines: indexLines(text) } as const;
  const { text: prepared, marks } = prepareTemplate(document, undefined);
  const trees = parseYaml(prepared);
  return {
    ...trees,
    roots: trees.roots.map((root) => restored(root, marks)),
    problems: trees.problems.slice(0, 1),
  };
}

/** Marks are as long as their actions, so that every place within a text stays what it is. */
function restored(node: TreeNode, marks: readonly Mark[]): TreeNode {
  if (node.kind === "scalar") return { ...node, value: written(node.value, marks) };
  if (node.kind === "list")
    return { ...node, items: node.items.map((item) => restored(item, marks)) };
  const entries = node.entries.map(({ key, keySpan, value }) => ({
    key: written(key, marks),
    keySpan,
    value: restored(value, marks),
  }));
  return { ...node, entries };
}

function written(text: string, marks: readonly Mark[]): string {
  const parts = splitMarks(text);
  if (parts.length === 1 && typeof parts[0] === "string") return text;
  return parts
    .map((part) => (typeof part === "number" ? (marks[part]?.source ?? "") : part))
    .join("");
}
