import type { Expression, Keyword } from "../python/nodes.ts";
import { lowerExpression } from "./expressions.ts";
import { lowerNamed } from "./functions.ts";
import type { Lowering } from "./lowering.ts";
import { attribute, call, name, spanOf, text, truth, unknown } from "./make.ts";
import type { BabelMarkup } from "./types.ts";

type Element = Extract<BabelMarkup, { type: "JSXElement" }>;
type Opening = Element["openingElement"];
type TagName = Opening["name"];

/**
 * JSX: `<Chat model={m}>{x}</Chat>` is the call `Chat(x, model=m)`. An element of HTML is named by
 * its tag in brackets, `<iframe>`, which no variable can be called.
 */
export function lowerMarkup(l: Lowering, node: BabelMarkup): Expression {
  const at = spanOf(node);
  const args = node.children.flatMap((child) => lowerChild(l, child));
  if (node.type === "JSXFragment") return call(name("<>", spanOf(node.openingFragment)), args, at);
  const { openingElement } = node;
  const keywords = openingElement.attributes.map((each) => lowerAttribute(l, each));
  return call(lowerTag(openingElement.name), args, at, keywords);
}

function lowerTag(node: TagName): Expression {
  const at = spanOf(node);
  switch (node.type) {
    case "JSXMemberExpression":
      return attribute(lowerTag(node.object), node.property.name, at);
    case "JSXNamespacedName":
      return name(`<${node.namespace.name}:${node.name.name}>`, at);
    default:
      return name(/^[a-z]/.test(node.name) ? `<${node.name}>` : node.name, at);
  }
}

function lowerAttribute(l: Lowering, node: Opening["attributes"][number]): Keyword {
  const at = spanOf(node);
  if (node.type === "JSXSpreadAttribute")
    return {
      kind: "keyword",
      ...at,
      parent: null,
      arg: null,
      value: lowerExpression(l, node.argument),
    };
  const arg =
    node.name.type === "JSXIdentifier"
      ? node.name.name
      : `${node.name.namespace.name}:${node.name.name.name}`;
  const { value } = node;
  let lowered: Expression;
  if (!value) lowered = truth(true, at);
  else if (value.type !== "JSXExpressionContainer") lowered = lowerExpression(l, value);
  else if (value.expression.type === "JSXEmptyExpression") lowered = unknown(at);
  else lowered = lowerNamed(l, value.expression, arg);
  return { kind: "keyword", ...at, parent: null, arg, value: lowered };
}

function lowerChild(l: Lowering, child: BabelMarkup["children"][number]): readonly Expression[] {
  switch (child.type) {
    case "JSXText":
      return child.value.trim() === "" ? [] : [text(child.value, spanOf(child))];
    case "JSXExpressionContainer":
      if (child.expression.type === "JSXEmptyExpression") return [];
      return [lowerExpression(l, child.expression)];
    case "JSXSpreadChild": {
      const value = lowerExpression(l, child.expression);
      return [{ kind: "Starred", ...spanOf(child), parent: null, value }];
    }
    default:
      return [lowerExpression(l, child)];
  }
}
