import type { Expression } from "../formats/python/nodes.ts";
import { qualifiedName } from "../formats/python/resolve.ts";
import { sourceNode, type Machine } from "./machine.ts";
import { sourceKinds } from "./model.ts";
import { ofNode, type Value } from "./value.ts";
import { holds, type ArgumentFact } from "./when.ts";

type Read = Extract<Expression, { kind: "Name" | "Attribute" | "Subscript" }>;

function nameOf(machine: Machine, node: Expression): string {
  return qualifiedName(node, machine.view.scopeOf(node));
}

/** The value of a name or attribute that brings something in from outside. */
export function readSource(
  machine: Machine,
  node: Extract<Expression, { kind: "Name" | "Attribute" }>,
  tail: string,
): Value | undefined {
  return machine.models.mayRead(tail) ? find(machine, node, undefined) : undefined;
}

/** The same for an item: `os.environ["API_KEY"]`. */
export function itemSource(
  machine: Machine,
  node: Extract<Expression, { kind: "Subscript" }>,
  key: ArgumentFact["constant"],
): Value | undefined {
  const { value } = node;
  const tail = value.kind === "Attribute" ? value.attr : value.kind === "Name" ? value.id : "";
  return machine.models.mayRead(`${tail}[]`) ? find(machine, node, key) : undefined;
}

function find(machine: Machine, node: Read, key: ArgumentFact["constant"]): Value | undefined {
  const name = nameOf(machine, node);
  for (const match of machine.models.read(name)) {
    if (match.role !== "source") continue;
    const { kind, label, when } = match.model;
    const text = key === undefined ? undefined : String(key);
    const isSo = holds(when, {
      name,
      receiver: node.kind === "Attribute" && node.value.kind === "Name" ? node.value.id : undefined,
      argument: (reference) =>
        reference === 0 && key !== undefined ? { constant: key, text } : undefined,
      imports: (prefix) => importsModule(machine, prefix),
    });
    if (isSo)
      return ofNode(
        sourceNode(machine, { kind, label: label ?? sourceKinds[kind], start: node.start, end: node.end }),
      );
  }
  return undefined;
}

/** True where reading an attribute gives something harmless, whatever it is read from. */
export function readSanitizer(
  machine: Machine,
  node: Extract<Expression, { kind: "Attribute" }>,
): boolean {
  if (!machine.models.mayRead(node.attr)) return false;
  const name = nameOf(machine, node);
  return machine.models.read(name).some(({ role, model }) => role === "sanitizer" && model.for === "all");
}

/** True where the file imports a module whose name begins so. */
export function importsModule(machine: Machine, prefix: string): boolean {
  return machine.view.imports().some(({ name }) => name.startsWith(prefix));
}
