import { entriesOf, entry, itemsOf, scalar, type TreeNode } from "../../../formats/setting/tree.ts";
import type { Resource } from "../../resource.ts";
import type { Document, MapValue, Value } from "../../value.ts";
import { maxValues, placeOf, plainOf, scalarAt, unknownAt, type Budget } from "../trees.ts";
import { inDialect } from "./names.ts";
import { bridgedOf } from "./tokens.ts";

/** How Pulumi marks what is more than JSON can say (pulumi/sdk/go/common/resource/sig). */
const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
/** What stands for a text that is known only when something exists; numbers and others end otherwise. */
const computed = /^(?:04da6b54-80e4-46f7-96ec-b56ff0331ba9|output<[\w ]{1,40}>)$/;

/**
 * Reads what `pulumi stack export` and `pulumi preview --json` write: each resource with the inputs
 * that were given, and what its provider added.
 */
export function readState(document: Document, root: TreeNode): readonly Resource[] {
  const exported = itemsOf(entry(entry(root, "deployment"), "resources"));
  const steps = itemsOf(entry(root, "steps")).filter(
    (step) => !/^(?:delete|discard|read-discard)/.test(scalar(entry(step, "op"))?.value ?? ""),
  );
  const states = [...exported, ...steps.flatMap((step) => entry(step, "newState") ?? [])];
  const named = new Map<string, TreeNode>();
  for (const state of states) {
    const urn = scalar(entry(state, "urn"))?.value;
    if (urn !== undefined && scalar(entry(state, "delete"))?.value !== "true")
      named.set(urn, state);
  }
  const addresses = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const [urn, state] of named) {
    const base = addressOf(urn, scalar(entry(state, "type"))?.value ?? "");
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    addresses.set(urn, count === 1 ? base : `${base}#${count}`);
  }
  const budget: Budget = { values: 0 };
  return [...named].flatMap(([urn, state]) =>
    resourceOf(state, { urn, document, addresses, budget }),
  );
}

/** `urn:pulumi:dev::shop::aws:s3/bucket:Bucket::lake` → `aws_s3_bucket.lake`. */
function addressOf(urn: string, token: string): string {
  const name = urn.slice(urn.lastIndexOf("::") + 2).slice(0, 300);
  return `${bridgedOf(token)?.type ?? token}.${name}`;
}

interface Context {
  readonly urn: string;
  readonly document: Document;
  readonly addresses: ReadonlyMap<string, string>;
  readonly budget: Budget;
}

function resourceOf(state: TreeNode, context: Context): readonly Resource[] {
  const { urn, document, addresses } = context;
  const type = entry(state, "type");
  const bridged = bridgedOf(scalar(type)?.value ?? "");
  if (bridged === undefined || type === undefined) return [];
  const dependencies = entry(state, "propertyDependencies");
  const entries = new Map<string, Value>();
  for (const part of ["outputs", "inputs"]) {
    for (const { key, value } of entriesOf(entry(state, part))) {
      if (key === "__defaults" || key === "__meta") continue;
      const read = readValue(context, value);
      entries.set(
        key,
        read.kind === "unknown" ? linked(context, read, entry(dependencies, key)) : read,
      );
    }
  }
  const body: MapValue = { kind: "map", entries, at: placeOf(document, state) };
  const region = scalar(entry(entry(state, "outputs"), "region"))?.value;
  return [
    {
      ...bridged,
      address: addresses.get(urn) ?? urn,
      body: inDialect(bridged.dialect, body),
      at: placeOf(document, entry(state, "urn") ?? type),
      scope: document.path,
      ...(scalar(entry(state, "external"))?.value === "true" ? { isData: true } : {}),
      ...(region === undefined ? {} : { region }),
    },
  ];
}

/** What is not known yet, but of one resource alone, refers to that. */
function linked({ addresses }: Context, value: Value, dependencies: TreeNode | undefined): Value {
  const [only, ...others] = itemsOf(dependencies);
  const address = addresses.get(scalar(only)?.value ?? "");
  if (address === undefined || others.length > 0) return value;
  return { kind: "reference", resource: address, attribute: [], at: value.at };
}

function readValue(context: Context, node: TreeNode): Value {
  const { document, budget } = context;
  const at = placeOf(document, node);
  if (++budget.values > maxValues) return unknownAt(at, `it stands past ${maxValues} values`);
  if (node.kind === "scalar") {
    const isComputed = node.isText && computed.test(node.value);
    return isComputed
      ? unknownAt(at, "it is known only when it exists")
      : scalarAt(at, plainOf(node));
  }
  if (node.kind === "list")
    return { kind: "list", items: node.items.map((item) => readValue(context, item)), at };
  const mark = scalar(entry(node, signature))?.value;
  if (mark === secretSignature) return unknownAt(at, "it is a secret of Pulumi");
  const entries = new Map<string, Value>();
  for (const { key, value } of node.entries)
    if (key !== "__defaults") entries.set(key, readValue(context, value));
  return { kind: "map", entries, at };
}
