import type { Expression } from "../python/nodes.ts";
import { lowerExpression, type AnyExpression } from "./expressions.ts";
import type { Lowering } from "./lowering.ts";
import { spanOf } from "./make.ts";
import type { BabelExpressionOf } from "./types.ts";

type Operation = BabelExpressionOf<"BinaryExpression" | "LogicalExpression">;

const comparisons: ReadonlyMap<string, string> = new Map([
  ["==", "=="],
  ["===", "=="],
  ["!=", "!="],
  ["!==", "!="],
  ["<", "<"],
  [">", ">"],
  ["<=", "<="],
  [">=", ">="],
  ["in", "in"],
  ["instanceof", "instanceof"],
]);

/**
 * Binary and logical operators. They lean to the left, thousands of levels in a text that is put
 * together of many lines, so that the left side is followed down in a loop.
 */
export function lowerOperators(l: Lowering, node: Operation): Expression {
  const spine: Operation[] = [];
  let current: AnyExpression = node;
  while (current.type === "BinaryExpression" || current.type === "LogicalExpression") {
    spine.push(current);
    current = current.left;
  }
  let left = lowerExpression(l, current);
  for (let index = spine.length - 1; index >= 0; index--) left = combine(l, left, spine[index]!);
  return left;
}

function combine(l: Lowering, left: Expression, node: Operation): Expression {
  const at = spanOf(node);
  const right = lowerExpression(l, node.right);
  const { operator } = node;
  if (operator === "&&" || operator === "||" || operator === "??") {
    const op = operator === "&&" ? "and" : "or";
    // `a || b || c` is one operation, unless somebody put brackets around a part.
    const isSame = left.kind === "BoolOp" && left.op === op && left.start === at.start;
    const values = isSame ? [...left.values, right] : [left, right];
    return { kind: "BoolOp", ...at, parent: null, op, values };
  }
  const comparison = comparisons.get(operator);
  if (comparison !== undefined)
    return { kind: "Compare", ...at, parent: null, left, ops: [comparison], comparators: [right] };
  return { kind: "BinOp", ...at, parent: null, left, op: operator, right };
}
