import { entry, scalar, type TreeNode } from "../../../formats/setting/tree.ts";
import { textOf, type Place, type Value } from "../../value.ts";
import { plainOf, scalarAt, unknownAt } from "../trees.ts";
import { argumentsOf, type Call } from "./calls.ts";
import { causeOf, overOptions, placeIn, type Context, type Variables } from "./context.ts";
import type { Parameter } from "./template.ts";

/**
 * `aws` stands for every partition: managed policies and service principals have the same names in
 * all of them, and checks compare names.
 */
const samePartition: ReadonlyMap<string, string> = new Map([
  ["AWS::Partition", "aws"],
  ["AWS::URLSuffix", "amazonaws.com"],
]);

interface Lookup {
  readonly name: string;
  readonly at: Place;
  readonly variables: Variables;
}

/** What a name stands for: a variable, a parameter, a resource, something of the account. */
export function lookUp(context: Context, { name, at, variables }: Lookup): Value | undefined {
  if (name === "AWS::NoValue") return undefined;
  const variable = variables.get(name);
  if (variable !== undefined) return { ...variable, at };
  const partition = samePartition.get(name);
  if (partition !== undefined) return scalarAt(at, partition);
  if (name.startsWith("AWS::")) return unknownAt(at, `${name} is known only when it is deployed`);
  const parameter = context.template.parameters.get(name);
  if (parameter !== undefined) {
    const given = context.around.given?.get(name);
    return given === undefined ? valueOfParameter(parameter, at) : passed(parameter, given, at);
  }
  const resource = addressOf(context, name);
  if (resource !== undefined) return { kind: "reference", resource, attribute: [], at };
  return unknownAt(
    at,
    `${name.slice(0, 200)} is neither a parameter nor a resource of the template`,
  );
}

/** Functions that SAM makes bring resources that nobody wrote: `FunctionRole`. */
function addressOf({ addresses }: Context, name: string): string | undefined {
  return addresses.get(name);
}

/** What the stack above passes; a list comes as a text with commas. */
function passed({ type }: Parameter, value: Value, at: Place): Value {
  const isList = type === "CommaDelimitedList" || type.startsWith("List<");
  if (!isList || value.kind !== "scalar") return { ...value, at };
  const words = String(value.value ?? "")
    .split(",")
    .slice(0, 1_000);
  const items = words.filter((word) => word !== "").map((word) => scalarAt(at, word.trim()));
  return { kind: "list", items, at };
}

function valueOfParameter({ name, type, fallback, allowed }: Parameter, at: Place): Value {
  if (type.startsWith("AWS::SSM::Parameter::")) {
    const key = scalar(fallback)?.value;
    const which = key === undefined ? "" : ` ${key.slice(0, 200)}`;
    return unknownAt(at, `parameter ${name} is read from the parameter store${which}`);
  }
  const isList = type === "CommaDelimitedList" || type.startsWith("List<");
  if (fallback?.kind === "scalar") return valueOfDefault(at, fallback, isList);
  if (fallback !== undefined) return unknownAt(at, `the default of parameter ${name} is no text`);
  const cause = `parameter ${name} has no default`;
  const options = allowed
    .slice(0, 100)
    .flatMap((node) => (node.kind === "scalar" ? valueOfDefault(at, node, isList) : []));
  if (options.length === 0 || options.length < allowed.length)
    return { kind: "unknown", cause, at, isRequired: true };
  return options.length === 1 ? options[0]! : { kind: "choice", options, cause, at };
}

function valueOfDefault(
  at: Place,
  node: Extract<TreeNode, { kind: "scalar" }>,
  isList: boolean,
): Value {
  if (!isList) return scalarAt(at, plainOf(node) ?? "");
  const words = node.value.trim() === "" ? [] : node.value.split(",").slice(0, 1_000);
  return { kind: "list", items: words.map((word) => scalarAt(at, word.trim())), at };
}

/** `Ref`. */
export function callRef(context: Context, call: Call, variables: Variables): Value | undefined {
  const { argument } = call;
  const at = placeIn(context, argument);
  const name = textOf(context.evaluate(argument, variables));
  return name === undefined
    ? unknownAt(at, "the name that is referred to cannot be told")
    : lookUp(context, { name, at, variables });
}

/** `Fn::GetAtt`: one text with a dot, or a list of two. */
export function callGetAtt(context: Context, call: Call, variables: Variables): Value {
  const at = placeIn(context, call.argument);
  const parts = argumentsOf(call).map((node) => context.evaluate(node, variables));
  const names = parts.map(textOf);
  const path = names.every((name) => name !== undefined) ? names.join(".") : undefined;
  if (path === undefined)
    return unknownAt(at, causeOf(parts.find((part) => textOf(part) === undefined)));
  return attributeAt(context, path, at);
}

/** The attribute that `Name.Some.Attribute` names. */
export function attributeAt(context: Context, path: string, at: Place): Value {
  const [name = "", ...attribute] = path.split(".").slice(0, 20);
  const resource = addressOf(context, name);
  if (resource === undefined)
    return unknownAt(at, `${name.slice(0, 200)} is no resource of the template`);
  const output = attribute[0] === "Outputs" ? attribute.slice(1).join(".") : undefined;
  const found = output === undefined ? undefined : context.around.output?.(name, output);
  if (found !== undefined) return { ...found, at };
  return { kind: "reference", resource, attribute, at };
}

/** `Fn::FindInMap`, with the `DefaultValue` of the language extensions. */
export function callFindInMap(context: Context, call: Call, variables: Variables) {
  const [map, top, second, options] = argumentsOf(call);
  const at = placeIn(context, call.argument);
  if (map === undefined || top === undefined || second === undefined)
    return unknownAt(at, "Fn::FindInMap takes a map and two keys");
  const fallback = entry(options, "DefaultValue");
  const name = textOf(context.evaluate(map, variables));
  const table = name === undefined ? undefined : context.template.mappings.get(name);
  return overOptions(context.evaluate(top, variables), (topKey) =>
    overOptions(context.evaluate(second, variables), (secondKey) => {
      const first = textOf(topKey);
      const last = textOf(secondKey);
      if (first === undefined) return unknownAt(at, causeOf(topKey));
      if (last === undefined) return unknownAt(at, causeOf(secondKey));
      const found = entry(entry(table, first), last) ?? fallback;
      if (found === undefined)
        return unknownAt(at, `the map has no ${first}.${last}`.slice(0, 300));
      return context.evaluate(found, variables);
    }),
  );
}
