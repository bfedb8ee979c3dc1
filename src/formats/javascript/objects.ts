import type { Expression } from "../python/nodes.ts";
import { lowerExpression } from "./expressions.ts";
import { lowerFunction, lowerNamed } from "./functions.ts";
import { madeUpName, type Lowering } from "./lowering.ts";
import { call, name, number, spanOf, text } from "./make.ts";
import type { BabelExpression, BabelObject, BabelObjectMethod } from "./types.ts";

/** An object literal: a mapping whose methods are functions that stand before the statement. */
export function lowerObject(l: Lowering, node: BabelObject): Expression {
  const keys: (Expression | null)[] = [];
  const values: Expression[] = [];
  for (const property of node.properties) {
    if (property.type === "SpreadElement") {
      keys.push(null);
      values.push(lowerExpression(l, property.argument));
      continue;
    }
    keys.push(lowerKey(l, property));
    if (property.type === "ObjectMethod") values.push(lowerMethod(l, property));
    else values.push(lowerNamed(l, property.value as BabelExpression, hintOf(property)));
  }
  return { kind: "Dict", ...spanOf(node), parent: null, keys, values };
}

/** The key of a property, as a constant where it is written out. */
export function lowerKey(
  l: Lowering,
  { key, computed }: { readonly key: { readonly type: string }; readonly computed?: boolean },
): Expression {
  const node = key as BabelExpression;
  const at = spanOf(node);
  if (!computed && node.type === "Identifier") return text(node.name, at);
  if (node.type === "NumericLiteral") return number(node.value, at);
  return lowerExpression(l, node);
}

/** What a function is called that is the value of a property. */
function hintOf({ key, computed }: { key: { readonly type: string }; computed?: boolean }): string {
  const node = key as BabelExpression;
  if (!computed && node.type === "Identifier") return node.name;
  return node.type === "StringLiteral" ? node.value.slice(0, 60) : "function";
}

function lowerMethod(l: Lowering, node: BabelObjectMethod): Expression {
  const at = spanOf(node);
  const id = madeUpName(hintOf(node), at);
  l.before.push(lowerFunction(l, node, { id }));
  return node.kind === "get" ? call(name(id, at), [], at) : name(id, at);
}
