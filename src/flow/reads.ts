import type { Expression } from "../formats/python/nodes.ts";
import { qualifiedName } from "../formats/python/resolve.ts";
import { sourceNode, type Machine } from "./machine.ts";
import { maskOf } from "./masks.ts";
import { sourceKinds, type SourceKind } from "./model.ts";
import { ofNode, type Value } from "./value.ts";
import { holds, type ArgumentFact, type CallFacts } from "./when.ts";

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
  const found = machine.models.mayRead(`${tail}[]`) ? find(machine, node, key) : undefined;
  if (found !== undefined || typeof key !== "string") return found;
  for (const { kind, label, when } of machine.models.item(key)) {
    if (when !== undefined) {
      const name = nameOf(machine, value);
      if (!holds(when, factsOf(machine, value, { name, key }))) continue;
    }
    return sourceAt(machine, node, { kind, label: label ?? sourceKinds[kind] });
  }
  return undefined;
}

function factsOf(
  machine: Machine,
  node: Expression,
  { name, key }: { readonly name: string; readonly key: ArgumentFact["constant"] },
): CallFacts {
  const receiver =
    node.kind === "Name" ? node.id : node.kind === "Attribute" ? node.attr : undefined;
  return {
    name,
    ...(receiver === undefined ? {} : { receiver }),
    argument: (reference) =>
      reference === 0 && key !== undefined ? { constant: key, text: String(key) } : undefined,
    imports: (prefix) => importsModule(machine, prefix),
  };
}

function sourceAt(
  machine: Machine,
  { start, end }: Expression,
  { kind, label }: { readonly kind: SourceKind; readonly label: string },
): Value {
  return ofNode(sourceNode(machine, { kind, label, start, end }));
}

function find(machine: Machine, node: Read, key: ArgumentFact["constant"]): Value | undefined {
  const owner = node.kind === "Name" ? node : node.value;
  return sourceNamed(machine, { node, owner, name: nameOf(machine, node), key });
}

interface NamedRead {
  readonly node: Read;
  /** What it is read from. */
  readonly owner: Expression;
  readonly name: string;
  readonly key: ArgumentFact["constant"];
}

function sourceNamed(machine: Machine, { node, owner, name, key }: NamedRead): Value | undefined {
  for (const match of machine.models.read(name)) {
    if (match.role !== "source") continue;
    const { kind, label, when } = match.model;
    if (holds(when, factsOf(machine, owner, { name, key })))
      return sourceAt(machine, node, { kind, label: label ?? sourceKinds[kind] });
  }
  return undefined;
}

/** In JavaScript an attribute is an item: `process.env.API_KEY` is `process.env["API_KEY"]`. */
export function keySource(
  machine: Machine,
  node: Extract<Expression, { kind: "Attribute" }>,
): Value | undefined {
  const { value, attr } = node;
  const tail = value.kind === "Attribute" ? value.attr : value.kind === "Name" ? value.id : "";
  if (!machine.models.mayRead(`${tail}[]`)) return undefined;
  const name = `${nameOf(machine, value)}[]`;
  return sourceNamed(machine, { node, owner: value, name, key: attr });
}

/** For which sinks an attribute is harmless, whatever it is read from. */
export function readSanitizer(
  machine: Machine,
  node: Extract<Expression, { kind: "Attribute" }>,
): number {
  if (!machine.models.mayRead(node.attr)) return 0;
  const name = nameOf(machine, node);
  let mask = 0;
  for (const { role, model } of machine.models.read(name))
    if (role === "sanitizer") mask |= maskOf(model.for);
  return mask;
}

/** True where the file imports a module whose name begins so. */
export function importsModule(machine: Machine, prefix: string): boolean {
  return machine.view.imports().some(({ name }) => name.startsWith(prefix));
}
