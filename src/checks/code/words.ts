import { pushChildren } from "../../formats/python/children.ts";
import type { Expression, Node } from "../../formats/python/nodes.ts";
import type { PythonValue } from "../../formats/python/values.ts";

/** Nodes of one expression that are looked at. */
const maxNodes = 60;

/**
 * The words of which the names, attributes and text keys in an expression are made, in lower case:
 * `userPrompt["e-mail"]` has `user`, `prompt`, `e`, `mail`. Names that stand for one expression of
 * the file are followed once.
 */
export function wordsOf(value: PythonValue): readonly string[] {
  const words: string[] = [];
  for (const name of namesIn(value.node)) words.push(...splitWords(name));
  if (value.node.kind === "Name") {
    const origin = value.origin();
    if (origin !== value.node) for (const name of namesIn(origin)) words.push(...splitWords(name));
  }
  return words;
}

/** `maxTokens_left` is `max`, `tokens`, `left`. */
export function splitWords(name: string): readonly string[] {
  return name
    .slice(0, 200)
    .replaceAll(/([a-z\d])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
}

/** True for a node with more children than are looked at: a table, which may be named many times. */
function isWide(node: Node): boolean {
  switch (node.kind) {
    case "List":
    case "Tuple":
    case "Set":
      return node.elts.length > maxNodes;
    case "Dict":
      return node.keys.length > maxNodes;
    case "Call":
      return node.args.length + node.keywords.length > maxNodes;
    case "JoinedStr":
    case "BoolOp":
      return node.values.length > maxNodes;
    default:
      return false;
  }
}

/** The names, attributes and keys in an expression, as they are written. */
export function namesIn(expression: Expression): readonly string[] {
  const names: string[] = [];
  const open: Node[] = [expression];
  for (let seen = 0; open.length > 0 && seen < maxNodes; seen++) {
    const node = open.pop()!;
    if (node.kind === "Name") names.push(node.id);
    else if (node.kind === "Attribute") names.push(node.attr);
    else if (node.kind === "Subscript" && node.slice.kind === "Constant")
      names.push(String(node.slice.value));
    if (!isWide(node)) pushChildren(node, open);
  }
  return names;
}
