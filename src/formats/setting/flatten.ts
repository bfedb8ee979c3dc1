import type { Problem } from "../../core/index.ts";
import type { TreeNode } from "./tree.ts";
import type { Setting } from "./view.ts";

/** Settings of one file that are kept. */
const maxSettings = 50_000;
/** Longer lists and maps of plain values are data rather than settings. */
const maxItems = 1_000;
/** Longest path of keys that is written out. */
const maxKey = 1_000;

/**
 * Flattens trees into settings. Long lists and maps are left out on purpose: nobody configures
 * anything by the four hundredth element of a list, but vocabularies and annotations look like that.
 */
export function flatten(roots: readonly TreeNode[]): {
  settings: readonly Setting[];
  problems: readonly Problem[];
} {
  const settings: Setting[] = [];
  const problems: Problem[] = [];
  const stack: { node: TreeNode; key: string; start: number }[] = [];
  for (const root of roots.toReversed()) stack.push({ node: root, key: "", start: root.start });
  while (stack.length > 0) {
    const { node, key, start } = stack.pop()!;
    if (node.kind === "scalar") {
      if (settings.length >= maxSettings) {
        problems.push({
          reason: "limit",
          message: `more than ${maxSettings} settings`,
          at: node.start,
        });
        break;
      }
      // What an alias stands for may be written before its key.
      settings.push({
        key,
        value: node.value,
        start: start <= node.start ? start : node.start,
        end: node.end,
        at: node,
      });
      continue;
    }
    const prefix = key === "" ? "" : `${key}.`;
    if (prefix.length > maxKey) continue;
    if (node.kind === "list") {
      if (node.items.length > maxItems) continue;
      for (let index = node.items.length - 1; index >= 0; index--) {
        const item = node.items[index]!;
        stack.push({ node: item, key: `${prefix}${index}`, start: item.start });
      }
    } else {
      if (node.entries.length > maxItems) continue;
      for (let index = node.entries.length - 1; index >= 0; index--) {
        const { key: name, keySpan, value } = node.entries[index]!;
        stack.push({ node: value, key: prefix + name, start: keySpan.start });
      }
    }
  }
  return { settings, problems };
}
