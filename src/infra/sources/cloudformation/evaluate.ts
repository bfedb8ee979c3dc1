import { scalar, type MapNode, type TreeNode } from "../../../formats/setting/tree.ts";
import type { List, Value } from "../../value.ts";
import { maxValues, scalarAt, unknownAt } from "../trees.ts";
import { argumentsOf, callOf, type Call } from "./calls.ts";
import { conditionDecider } from "./conditions.ts";
import { placeIn, spendValue, type Around, type Context, type Variables } from "./context.ts";
import { unrollEntries } from "./for-each.ts";
import { callFindInMap, callGetAtt, callRef } from "./lookups.ts";
import { callCidr } from "./networks.ts";
import type { Template } from "./template.ts";
import {
  callBase64,
  callJoin,
  callLength,
  callSelect,
  callSplit,
  callSub,
  readScalar,
} from "./texts.ts";

type Function = (context: Context, call: Call, variables: Variables) => Value | undefined;

const functions: ReadonlyMap<string, Function> = new Map<string, Function>([
  ["Ref", callRef],
  ["Fn::GetAtt", callGetAtt],
  ["Fn::FindInMap", callFindInMap],
  ["Fn::Sub", callSub],
  ["Fn::Join", callJoin],
  ["Fn::Split", callSplit],
  ["Fn::Select", callSelect],
  ["Fn::Base64", callBase64],
  ["Fn::Length", callLength],
  ["Fn::Cidr", callCidr],
  ["Fn::If", callIf],
  ["Fn::ToJsonString", callToJson],
  ["Fn::ImportValue", callImport],
  ["Fn::GetAZs", callZones],
  ["Fn::Transform", callTransform],
]);

/** What evaluates the nodes of a template. Total: recursion is bounded by the depth of the tree. */
export function contextOf(
  template: Template,
  addresses: ReadonlyMap<string, string>,
  around: Around = {},
): Context {
  const context: Context = {
    template,
    around,
    addresses,
    spent: { values: 0, characters: 0 },
    evaluate: (node, variables) => evaluate(context, node, variables),
    decide: conditionDecider(() => context),
  };
  return context;
}

function evaluate(context: Context, node: TreeNode, variables: Variables): Value | undefined {
  const at = placeIn(context, node);
  if (!spendValue(context)) return unknownAt(at, `it stands past ${maxValues} values`);
  const call = callOf(node);
  if (call !== undefined) {
    const run = functions.get(call.name);
    if (run !== undefined) return placed(run(context, call, variables), at);
    return unknownAt(at, `${call.name.slice(0, 100)} is no function that is known`);
  }
  if (node.kind === "scalar") return readScalar(context, node, variables);
  if (node.kind === "list") return readList(context, node.items, { at, variables });
  return readMap(context, node, variables);
}

/** A value counts where it is used, with the whole of its call. */
function placed(value: Value | undefined, at: Value["at"]): Value | undefined {
  const isWhole = value?.kind === "list" || value?.kind === "map" || value?.kind === "json";
  return value === undefined || isWhole ? value : { ...value, at };
}

function readList(
  context: Context,
  nodes: readonly TreeNode[],
  { at, variables }: { readonly at: Value["at"]; readonly variables: Variables },
): List {
  const items = nodes.flatMap((item) => context.evaluate(item, variables) ?? []);
  return { kind: "list", items, at };
}

function readMap(context: Context, node: MapNode, variables: Variables): Value {
  const entries = new Map<string, Value>();
  let open: string | undefined;
  for (const each of unrollEntries(context, node.entries, variables)) {
    if (each.kind === "open") open ??= each.cause;
    else if (each.key === "Fn::Transform") open ??= transformCause(each.value);
    else {
      const value = context.evaluate(each.value, each.variables);
      if (value === undefined) entries.delete(each.key);
      else entries.set(each.key, value);
    }
  }
  const at = placeIn(context, node);
  return { kind: "map", entries, at, ...(open === undefined ? {} : { open }) };
}

function callIf(context: Context, call: Call, variables: Variables): Value | undefined {
  const [condition, then, otherwise] = argumentsOf(call);
  const at = placeIn(context, call.argument);
  if (condition === undefined || then === undefined)
    return unknownAt(at, "Fn::If takes a condition and two values");
  const verdict = context.decide(scalar(condition)?.value ?? "");
  const evaluate = (node: TreeNode | undefined) => node && context.evaluate(node, variables);
  if (typeof verdict === "boolean") return evaluate(verdict ? then : otherwise);
  const options = [then, otherwise].map((node) => evaluate(node) ?? scalarAt(at, null));
  return { kind: "choice", options, cause: verdict.cause, at };
}

function callToJson(context: Context, call: Call, variables: Variables): Value {
  const at = placeIn(context, call.argument);
  const value = context.evaluate(call.argument, variables);
  return value === undefined ? scalarAt(at, "{}") : { kind: "json", value, at };
}

function callImport(context: Context, call: Call, variables: Variables): Value {
  const at = placeIn(context, call.argument);
  const name = context.evaluate(call.argument, variables);
  const found = name && context.around.imported?.(name);
  if (found !== undefined) return found;
  const which = name?.kind === "scalar" ? ` ${String(name.value).slice(0, 200)}` : "";
  const cause = `the export${which} is of another stack`;
  return { kind: "unknown", cause, at, isRequired: true };
}

function callZones(context: Context, call: Call): Value {
  const at = placeIn(context, call.argument);
  return unknownAt(at, "the zones of a region are known only when it is deployed");
}

function callTransform(context: Context, call: Call): Value {
  return unknownAt(placeIn(context, call.argument), transformCause(call.argument));
}

function transformCause(node: TreeNode): string {
  const name = node.kind === "map" ? node.entries.find(({ key }) => key === "Name") : undefined;
  const which = scalar(name?.value)?.value.slice(0, 100);
  return `the macro${which === undefined ? "" : ` ${which}`} writes more when it is deployed`;
}
