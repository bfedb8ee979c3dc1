import type { TreeNode } from "../../../formats/setting/tree.ts";
import { textOf, type Place, type Value } from "../../value.ts";
import { plainOf, scalarAt, unknownAt } from "../trees.ts";
import { argumentsOf, type Call } from "./calls.ts";
import {
  causeOf,
  overOptions,
  placeIn,
  textOfParts,
  type Context,
  type Variables,
} from "./context.ts";
import { attributeAt, lookUp } from "./lookups.ts";

/** `${Name}`, `${Name.Attribute}` and, with a `!`, what stays as it is. */
const hole = /\$\{(!?)([^{}]{1,500})\}/g;

/** `Fn::Sub`: a text, or a list of a text and a map of its own variables. */
export function callSub(context: Context, call: Call, variables: Variables): Value {
  const [text, own] = argumentsOf(call);
  const at = placeIn(context, call.argument);
  if (text?.kind !== "scalar") {
    const value = text === undefined ? undefined : context.evaluate(text, variables);
    return value?.kind === "scalar" ? value : unknownAt(at, causeOf(value));
  }
  const inner = new Map(variables);
  if (own?.kind === "map") {
    for (const { key, value } of own.entries.slice(0, 1_000)) {
      const read = context.evaluate(value, variables);
      if (read !== undefined) inner.set(key, read);
    }
  }
  const parts: (string | Value)[] = [];
  let last = 0;
  for (const match of text.value.matchAll(hole)) {
    const [whole, literal, raw = ""] = match;
    parts.push(text.value.slice(last, match.index));
    last = match.index + whole.length;
    const name = raw.trim();
    if (literal === "!") parts.push(`\${${raw}}`);
    else {
      const span = text.place(match.index, last);
      const place = { document: at.document, ...span };
      const isVariable = inner.has(name) || !name.includes(".");
      const found = isVariable
        ? lookUp(context, { name, at: place, variables: inner })
        : attributeAt(context, name, place);
      if (found !== undefined) parts.push(found);
    }
  }
  parts.push(text.value.slice(last));
  return textOfParts(context, at, parts);
}

/** `Fn::Join`. */
export function callJoin(context: Context, call: Call, variables: Variables): Value {
  const [delimiter, list] = argumentsOf(call);
  const at = placeIn(context, call.argument);
  if (delimiter === undefined || list === undefined)
    return unknownAt(at, "Fn::Join takes a delimiter and a list");
  const between = textOf(context.evaluate(delimiter, variables)) ?? "";
  const joined = overOptions(context.evaluate(list, variables), (value) => {
    if (value?.kind !== "list" || value.open !== undefined)
      return unknownAt(at, value?.kind === "list" ? value.open! : causeOf(value));
    const parts = value.items.flatMap((item, index) =>
      index === 0 || between === "" ? [item] : [between, item],
    );
    return textOfParts(context, at, parts);
  });
  return joined ?? scalarAt(at, "");
}

/** `Fn::Split`: also of a text with parts that are not known, as long as they hold no delimiter. */
export function callSplit(context: Context, call: Call, variables: Variables): Value | undefined {
  const [delimiter, source] = argumentsOf(call);
  const at = placeIn(context, call.argument);
  const by = delimiter && textOf(context.evaluate(delimiter, variables));
  if (by === undefined || by === "" || source === undefined)
    return unknownAt(at, "Fn::Split takes a delimiter and a text");
  return overOptions(context.evaluate(source, variables), (value) => {
    const text = textOf(value);
    if (text !== undefined) {
      const items = text.split(by, maxWords).map((word) => scalarAt(at, word));
      return { kind: "list", items, at };
    }
    if (value?.kind === "template") return splitTemplate(context, value.parts, { by, at });
    return unknownAt(at, causeOf(value));
  });
}

const maxWords = 2_000;

function splitTemplate(
  context: Context,
  parts: readonly (string | Value)[],
  { by, at }: { readonly by: string; readonly at: Place },
): Value {
  const words: (string | Value)[][] = [[]];
  for (const part of parts) {
    if (typeof part !== "string") words.at(-1)!.push(part);
    else {
      for (const [index, piece] of part.split(by, maxWords).entries()) {
        if (index > 0 && words.length < maxWords) words.push([]);
        words.at(-1)!.push(piece);
      }
    }
  }
  return { kind: "list", items: words.map((word) => textOfParts(context, at, word)), at };
}

/** `Fn::Select`. */
export function callSelect(context: Context, call: Call, variables: Variables): Value | undefined {
  const [which, list] = argumentsOf(call);
  const at = placeIn(context, call.argument);
  if (which === undefined || list === undefined)
    return unknownAt(at, "Fn::Select takes a number and a list");
  const index = Number(textOf(context.evaluate(which, variables)) ?? NaN);
  return overOptions(context.evaluate(list, variables), (value) => {
    if (!Number.isInteger(index)) return unknownAt(at, "it is not known which is selected");
    if (value?.kind === "reference")
      return { ...value, attribute: [...value.attribute, String(index)], at };
    if (value?.kind !== "list") return unknownAt(at, causeOf(value));
    return value.items[index] ?? unknownAt(at, value.open ?? `the list has no element ${index}`);
  });
}

/** `Fn::Base64`: of a text the code; what is only partly known stays readable. */
export function callBase64(context: Context, call: Call, variables: Variables): Value | undefined {
  return overOptions(context.evaluate(call.argument, variables), (value) => {
    const text = textOf(value);
    return text === undefined
      ? value
      : scalarAt(placeIn(context, call.argument), Buffer.from(text).toString("base64"));
  });
}

/** `Fn::Length`. */
export function callLength(context: Context, call: Call, variables: Variables): Value | undefined {
  const at = placeIn(context, call.argument);
  return overOptions(context.evaluate(call.argument, variables), (value) =>
    value?.kind === "list" && value.open === undefined
      ? scalarAt(at, value.items.length)
      : unknownAt(at, causeOf(value)),
  );
}

const dynamic = /\{\{resolve:([\w-]{1,40}):([^{}]{1,600})\}\}/g;

/** A scalar as it is written; `{{resolve:…}}` is read from elsewhere when it is deployed. */
export function readScalar(
  context: Context,
  node: Extract<TreeNode, { kind: "scalar" }>,
  variables: Variables,
): Value {
  const at = placeIn(context, node);
  const plain = plainOf(node);
  if (typeof plain !== "string") return scalarAt(at, plain);
  const text = variables.size === 0 ? plain : substitute(plain, variables);
  if (!text.includes("{{resolve:")) return scalarAt(at, text);
  const parts: (string | Value)[] = [];
  let last = 0;
  for (const match of text.matchAll(dynamic)) {
    const [whole, service = "", key = ""] = match;
    parts.push(text.slice(last, match.index));
    parts.push(
      unknownAt(
        at,
        `it is read from ${storeOf(service)} (${key.slice(0, 200)}) when it is deployed`,
      ),
    );
    last = match.index + whole.length;
  }
  parts.push(text.slice(last));
  return textOfParts(context, at, parts);
}

function storeOf(service: string): string {
  if (service === "secretsmanager") return "Secrets Manager";
  return service.startsWith("ssm") ? "the parameter store" : service;
}

/** The variables of `Fn::ForEach` stand in any text: `${Name}`, and `&{Name}` for letters only. */
export function substitute(text: string, variables: Variables): string {
  if (!text.includes("{")) return text;
  return text.replace(/([$&])\{([A-Za-z0-9]{1,255})\}/g, (whole, sign: string, name: string) => {
    const value = textOf(variables.get(name));
    if (value === undefined) return whole;
    return sign === "&" ? value.replace(/[^A-Za-z0-9]/g, "") : value;
  });
}
