import type { TreeNode } from "../../../formats/setting/tree.ts";
import type { Document, Value } from "../../value.ts";
import { list, map, scalar } from "./values.ts";

/** A value of JSON, each part with its place. */
export function valueOfTree(node: TreeNode, document: Document): Value {
  const at = { document, start: node.start, end: node.end };
  if (node.kind === "list")
    return list(
      node.items.map((item) => valueOfTree(item, document)),
      at,
    );
  if (node.kind === "map")
    return map(
      new Map(node.entries.map(({ key, value }) => [key, valueOfTree(value, document)])),
      at,
    );
  if (node.isText) return scalar(node.value, at);
  if (node.value === "null") return scalar(null, at);
  if (node.value === "true" || node.value === "false") return scalar(node.value === "true", at);
  const number = Number(node.value);
  return scalar(Number.isNaN(number) ? node.value : number, at);
}
