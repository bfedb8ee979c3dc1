import {
  entriesOf,
  entry,
  scalar,
  type ScalarNode,
  type TreeNode,
} from "../../../formats/setting/tree.ts";
import type { Resource } from "../../resource.ts";
import type { Document, MapValue, Place, Value } from "../../value.ts";
import { maxValues, placeOf, plainOf, scalarAt, unknownAt, type Budget } from "../trees.ts";
import { inDialect } from "./names.ts";
import { bridgedOf, snakeOf } from "./tokens.ts";

interface Context {
  readonly document: Document;
  readonly root: TreeNode;
  /** Addresses by the names of the program. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly budget: Budget;
  /** Variables that are being read, so that none is read within itself. */
  readonly reading: readonly string[];
}

/** Reads a program that is written in Pulumi's YAML. */
export function readProgram(document: Document, root: TreeNode): readonly Resource[] {
  const declared = entriesOf(entry(root, "resources"));
  const addresses = new Map<string, string>();
  for (const { key, value } of declared) {
    const token = scalar(entry(value, "type"))?.value ?? "";
    addresses.set(key, `${bridgedOf(token)?.type ?? token}.${key}`);
  }
  const context: Context = { document, root, addresses, budget: { values: 0 }, reading: [] };
  return declared.flatMap(({ key, keySpan, value }) => {
    const bridged = bridgedOf(scalar(entry(value, "type"))?.value ?? "");
    if (bridged === undefined) return [];
    const at = placeOf(document, keySpan);
    const properties = entry(value, "properties");
    const read = properties && evaluate(context, properties);
    const body: MapValue = read?.kind === "map" ? read : { kind: "map", entries: new Map(), at };
    return [
      {
        ...bridged,
        address: addresses.get(key) ?? key,
        body: inDialect(bridged.dialect, body),
        at,
        scope: document.path,
        ...(entry(value, "get") === undefined ? {} : { isData: true }),
      },
    ];
  });
}

function evaluate(context: Context, node: TreeNode): Value {
  const at = placeOf(context.document, node);
  if (++context.budget.values > maxValues)
    return unknownAt(at, `it stands past ${maxValues} values`);
  if (node.kind === "scalar") return evaluateText(context, node);
  if (node.kind === "list")
    return { kind: "list", items: node.items.map((item) => evaluate(context, item)), at };
  const [only] = node.entries;
  if (node.entries.length === 1 && only !== undefined && /^fn::/i.test(only.key))
    return call(context, only.key.toLowerCase(), only.value);
  const entries = new Map<string, Value>();
  for (const { key, value } of node.entries) entries.set(key, evaluate(context, value));
  return { kind: "map", entries, at };
}

function call(context: Context, name: string, argument: TreeNode): Value {
  const at = placeOf(context.document, argument);
  if (name === "fn::tojson") return { kind: "json", value: evaluate(context, argument), at };
  if (name === "fn::secret") return unknownAt(at, "it is a secret of Pulumi");
  return unknownAt(at, `what ${name.slice(0, 100)} gives is known only when it runs`);
}

function evaluateText(context: Context, node: ScalarNode): Value {
  const at = placeOf(context.document, node);
  const plain = plainOf(node);
  if (typeof plain !== "string" || !plain.includes("${")) return scalarAt(at, plain);
  const parts: (string | Value)[] = [];
  let last = 0;
  for (const match of plain.matchAll(/\$?\$\{([^{}]{1,300})\}/g)) {
    if (match.index > last) parts.push(plain.slice(last, match.index));
    const isEscaped = match[0].startsWith("$$");
    parts.push(isEscaped ? match[0].slice(1) : lookUp(context, match[1]!.trim(), at));
    last = match.index + match[0].length;
  }
  if (last < plain.length) parts.push(plain.slice(last));
  const [first] = parts;
  if (parts.length === 1 && typeof first === "object") return { ...first, at };
  if (parts.every((part) => typeof part === "string" || part.kind === "scalar"))
    return scalarAt(at, parts.map(plainText).join("").slice(0, 100_000));
  return { kind: "template", parts, at };
}

function plainText(part: string | Value): string {
  if (typeof part === "string") return part;
  return part.kind === "scalar" ? String(part.value ?? "") : "";
}

function lookUp(context: Context, path: string, at: Place): Value {
  const [name = "", ...attribute] = path.split(/[.[\]]+/).filter((word) => word !== "");
  const resource = context.addresses.get(name);
  if (resource !== undefined)
    return { kind: "reference", resource, attribute: attribute.map(snakeOf), at };
  const variable = entry(entry(context.root, "variables"), name);
  if (variable !== undefined && attribute.length === 0) {
    if (context.reading.includes(name) || context.reading.length > 50)
      return unknownAt(at, `variable ${name.slice(0, 200)} depends on itself`);
    return evaluate({ ...context, reading: [...context.reading, name] }, variable);
  }
  const config = entry(entry(context.root, "config") ?? entry(context.root, "configuration"), name);
  if (config !== undefined) {
    const fallback = scalar(entry(config, "default")) ?? scalar(config);
    if (fallback !== undefined) return scalarAt(at, plainOf(fallback));
    return unknownAt(at, `configuration ${name.slice(0, 200)} has no default`);
  }
  return unknownAt(at, `${path.slice(0, 200)} is known only when it runs`);
}
