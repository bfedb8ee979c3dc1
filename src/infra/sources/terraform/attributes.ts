import { isNull, type MapValue, type Place, type Reference, type Value } from "../../value.ts";
import { attributeValue, blockMap, nestedBlocks, writtenWords } from "./blocks.ts";
import { typeOfNested } from "./config.ts";
import { evaluate } from "./evaluate.ts";
import { policyDocument } from "./policy-document.ts";
import type { ModuleInstance, ResourceInstance, Root } from "./state.ts";
import type { Frame } from "./types.ts";
import { isFailure, unknown } from "./values.ts";
import { fail } from "./work.ts";

/** What a resource's block says of how Terraform treats it, not of what it is. */
const settings = new Set(["count", "for_each", "provider", "depends_on"]);

function frameOf({ module, block, bindings, address }: ResourceInstance): Frame {
  const { document } = block.at;
  const value: Reference = { kind: "reference", resource: address, attribute: [], at: block.at };
  return { scope: module.scope, document, bindings: { name: "self", value, next: bindings } };
}

/** Runs once: what asks for itself on the way depends on itself. */
export function once(
  values: Map<string, Value | "busy">,
  key: string,
  make: { readonly name: string; readonly at: Place; readonly work: () => Value },
): Value {
  const before = values.get(key);
  if (before === "busy") return unknown(`${make.name} depends on itself`, make.at);
  if (before !== undefined) return before;
  values.set(key, "busy");
  const value = make.work();
  values.set(key, value);
  return value;
}

/** What is written for an attribute or a type of block; undefined where nothing is. */
function writtenValue(instance: ResourceInstance, name: string): Value | undefined {
  const written = instance.block.attributes.get(name);
  const blocks =
    written === undefined
      ? instance.block.blocks.filter(({ block }) => typeOfNested(block) === name)
      : [];
  if (written === undefined && blocks.length === 0) return undefined;
  const at = instance.block.at;
  return once(instance.values, name, {
    name: `${instance.address}.${name}`,
    at,
    work: () => {
      const frame = frameOf(instance);
      if (written !== undefined)
        return attributeValue(written.value, { ...frame, document: written.document });
      return nestedBlocks(blocks, frame).get(name) ?? unknown("it could not be read", at);
    },
  });
}

/** All that is written of a resource. */
export function bodyOf(instance: ResourceInstance): MapValue {
  const { block } = instance;
  const entries = new Map<string, Value>();
  for (const name of block.attributes.keys())
    if (!settings.has(name)) entries.set(name, writtenValue(instance, name)!);
  for (const { block: nested, document } of block.blocks) {
    const type = typeOfNested(nested);
    if (entries.has(type)) continue;
    if (type === "lifecycle") {
      const words = nested.body.attributes.map(
        ({ name, value }) => [name, writtenWords(value, document)] as const,
      );
      entries.set(type, {
        kind: "list",
        items: [blockMap(new Map(words), block.at)],
        at: { document, start: nested.head.start, end: nested.head.end },
      });
    } else entries.set(type, writtenValue(instance, type)!);
  }
  const body = blockMap(entries, block.at);
  return body.kind === "map" ? body : { kind: "map", entries: new Map(), at: block.at };
}

/** An attribute of a resource or an output of a module, by the address that a reference has. */
export function attributeOf(
  root: Root,
  {
    reference,
    name,
    at,
  }: { readonly reference: Reference; readonly name: string; readonly at: Place },
): Value {
  const instance = root.resources.get(reference.resource);
  if (instance !== undefined) return resourceAttribute(instance, { reference, name, at });
  const module = root.modules.get(reference.resource);
  if (module !== undefined) return outputValue(module, name, at);
  return { ...reference, attribute: [name], at };
}

/** Attributes by which one resource names another. */
const names = /^(?:id|arn|name|bucket|repository|[a-z_]+_(?:id|name|arn))$/;

function resourceAttribute(
  instance: ResourceInstance,
  {
    reference,
    name,
    at,
  }: { readonly reference: Reference; readonly name: string; readonly at: Place },
): Value {
  const isPolicy = instance.isData && instance.type === "aws_iam_policy_document";
  if (isPolicy && (name === "json" || name === "minified_json"))
    return once(instance.values, "json", {
      name: instance.address,
      at,
      work: () => policyDocument(bodyOf(instance), instance.block.at),
    });
  const written = writtenValue(instance, name);
  // What a thing is called leads to the thing, also where the name itself is not known.
  if (names.test(name) && (written?.kind === "unknown" || written?.kind === "template"))
    return { ...reference, attribute: [name], at };
  // What is null is left to the provider, which computes it.
  if (written === undefined || isNull(written) || isFailure(written))
    return { ...reference, attribute: [name], at };
  return written;
}

function outputValue(module: ModuleInstance, name: string, at: Place): Value {
  const written = module.config.outputs.get(name)?.attributes.get("value");
  if (written === undefined)
    return fail(module.root.work, `${module.address} has no output ${name}`, at);
  return once(module.values, `output ${name}`, {
    name: `${module.address}.${name}`,
    at,
    work: () => evaluate(written.value, { scope: module.scope, document: written.document }),
  });
}
