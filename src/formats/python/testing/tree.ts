import { pushChildren } from "../children.ts";
import type { Node } from "../nodes.ts";
import { viewPython } from "../view.ts";

/** Every node below `root`, itself included, parents before children. */
export function nodesOf(root: Node): readonly Node[] {
  const found: Node[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    found.push(node);
    pushChildren(node, stack);
  }
  return found;
}

/**
 * A tree on one line, as short as it can be read: `f(x, key=1)` is `Call(f, args=[x, key=1])`.
 * Fields that are empty, `null` or false are left out.
 */
export function dump(node: Node): string {
  switch (node.kind) {
    case "Name":
      return node.id;
    case "Constant":
      if (node.type === "bytes") return `b${JSON.stringify(node.value)}`;
      if (node.type === "ellipsis") return "...";
      return node.type === "complex" ? `${node.value}j` : JSON.stringify(node.value);
    case "Attribute":
      return `${dump(node.value)}.${node.attr}`;
    case "keyword":
      return `${node.arg ?? "**"}=${dump(node.value)}`;
    case "Expr":
      return dump(node.value);
    case "Module":
      return node.body.map(dump).join("; ");
    default:
  }
  const fields: string[] = [];
  for (const [name, value] of Object.entries(node)) {
    if (["kind", "start", "end", "parent"].includes(name)) continue;
    const text = dumpField(value);
    if (text !== "") fields.push(`${name}=${text}`);
  }
  return fields.length === 0 ? node.kind : `${node.kind}(${fields.join(" ")})`;
}

function dumpField(value: unknown): string {
  if (value === null || value === false || value === 0) return "";
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    return items.length === 0 ? "" : `[${items.map((item) => dumpField(item) || "-").join(" ")}]`;
  }
  if (isNode(value)) return dump(value) || "()";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "kind" in value;
}

/** Where a tree is not as it must be: spans outside of the text or of the parent, lost parents. */
export function faultsOf(root: Node, text: string): readonly string[] {
  const faults: string[] = [];
  for (const node of nodesOf(root)) {
    const where = `${node.kind} ${node.start}-${node.end}`;
    if (!(node.start >= 0 && node.start <= node.end && node.end <= text.length)) {
      faults.push(`${where} is not in the text`);
    }
    const children: Node[] = [];
    pushChildren(node, children);
    for (const child of children) {
      if (child.parent !== node)
        faults.push(`${child.kind} ${child.start} in ${where} has another parent`);
      // A decorator stands before its function, as in CPython.
      const isDecorator =
        "decorators" in node && (node.decorators as readonly Node[]).includes(child);
      if (!isDecorator && (child.start < node.start || child.end > node.end)) {
        faults.push(`${child.kind} ${child.start}-${child.end} is not within ${where}`);
      }
    }
  }
  return faults;
}

/** The qualified names of all calls of a text, in its order. */
export function callNames(text: string): readonly string[] {
  return viewPython({ path: "test.py", text })
    .allCalls()
    .map(({ name }) => name);
}

/** How many calls of one of `names` are found in a text. */
export function countCalls(text: string, ...names: readonly string[]): number {
  return viewPython({ path: "test.py", text }).calls(...names).length;
}
