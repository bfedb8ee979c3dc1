import type { Expression } from "./nodes.ts";
import { soleValue, type Scope } from "./scopes.ts";

/** A value that is known before the program runs. `bytes` holds one character a byte. */
export type Folded =
  | { readonly type: "str" | "bytes"; readonly value: string }
  | { readonly type: "int" | "float"; readonly value: number }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "none"; readonly value: null };

const maxDepth = 40;
/** Nodes that one constant may be made of: `b = a + a; c = b + b; …` would double without end. */
const maxSteps = 300;
const maxText = 20_000;

/** The constant that an expression is, following names that are assigned once; else undefined. */
export function foldConstant(expression: Expression, scope: Scope): Folded | undefined {
  if (expression.kind === "Constant") return foldLiteral(expression);
  return fold(expression, scope, { depth: 0, budget: { steps: maxSteps } });
}

interface Effort {
  readonly depth: number;
  readonly budget: { steps: number };
}

function fold(expression: Expression, scope: Scope, effort: Effort): Folded | undefined {
  if (effort.depth > maxDepth || effort.budget.steps-- <= 0) return undefined;
  const deeper = { depth: effort.depth + 1, budget: effort.budget };
  switch (expression.kind) {
    case "Constant":
      return foldLiteral(expression);
    case "Name": {
      const sole = soleValue(scope, expression.id);
      return sole === null ? undefined : fold(sole.value, sole.scope, deeper);
    }
    case "JoinedStr":
      return foldJoined(expression, scope, deeper);
    case "BinOp":
      return foldBinary(expression, scope, deeper);
    case "UnaryOp": {
      const operand = fold(expression.operand, scope, deeper);
      if (operand === undefined) return undefined;
      if (expression.op === "not") return { type: "bool", value: !operand.value };
      if (operand.type !== "int" && operand.type !== "float") return undefined;
      if (expression.op === "-") return { type: operand.type, value: -operand.value };
      if (expression.op === "+") return operand;
      return operand.type === "int" ? { type: "int", value: -operand.value - 1 } : undefined;
    }
    case "NamedExpr":
      return fold(expression.value, scope, deeper);
    default:
      return undefined;
  }
}

function foldLiteral(constant: Extract<Expression, { kind: "Constant" }>): Folded | undefined {
  const { type, value } = constant;
  if ((type === "str" || type === "bytes") && typeof value === "string") return { type, value };
  if ((type === "int" || type === "float") && typeof value === "number") return { type, value };
  if (type === "bool" && typeof value === "boolean") return { type, value };
  return type === "none" ? { type, value: null } : undefined;
}

/** `str()` of a constant; undefined where JavaScript would write it otherwise. */
function plainText({ type, value }: Folded): string | undefined {
  switch (type) {
    case "str":
      return value;
    case "int":
      return Number.isSafeInteger(value) ? String(value) : undefined;
    case "bool":
      return value ? "True" : "False";
    case "none":
      return "None";
    default:
      return undefined;
  }
}

function foldJoined(
  node: Extract<Expression, { kind: "JoinedStr" }>,
  scope: Scope,
  effort: Effort,
): Folded | undefined {
  // A t-string is no string (PEP 750).
  if (node.isTemplate) return undefined;
  let text = "";
  for (const part of node.values) {
    if (part.kind === "FormattedValue" && (part.spec !== null || part.conversion !== null))
      return undefined;
    const value = part.kind === "Constant" ? foldLiteral(part) : fold(part.value, scope, effort);
    const added = value === undefined ? undefined : plainText(value);
    if (added === undefined || text.length + added.length > maxText) return undefined;
    text += added;
  }
  return { type: "str", value: text };
}

function foldBinary(
  node: Extract<Expression, { kind: "BinOp" }>,
  scope: Scope,
  effort: Effort,
): Folded | undefined {
  const left = fold(node.left, scope, effort);
  if (left === undefined) return undefined;
  const right = fold(node.right, scope, effort);
  if (right === undefined) return undefined;
  if (left.type === "str" || left.type === "bytes") {
    if (node.op === "+" && right.type === left.type) {
      const value = left.value + right.value;
      return value.length > maxText ? undefined : { type: left.type, value };
    }
    return node.op === "%" && left.type === "str" ? foldPercent(left.value, right) : undefined;
  }
  if (left.type !== "int" || right.type !== "int") return undefined;
  // Also what a literal says may be beyond what a number of JavaScript can hold.
  if (!Number.isSafeInteger(left.value) || !Number.isSafeInteger(right.value)) return undefined;
  const value = foldInteger(node.op, left.value, right.value);
  return value === undefined || !Number.isSafeInteger(value) ? undefined : { type: "int", value };
}

/** `"…%s…" % value`, with one placeholder and nothing else to format. */
function foldPercent(template: string, value: Folded): Folded | undefined {
  const parts = template.split("%", 3);
  const [before, after] = parts;
  if (parts.length !== 2 || before === undefined || after === undefined) return undefined;
  const isText = after.startsWith("s") || (after.startsWith("d") && value.type === "int");
  const text = isText ? plainText(value) : undefined;
  if (text === undefined || template.length + text.length > maxText) return undefined;
  return { type: "str", value: before + text + after.slice(1) };
}

function foldInteger(op: string, left: number, right: number): number | undefined {
  switch (op) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "|":
      return Number(BigInt(left) | BigInt(right));
    case "&":
      return Number(BigInt(left) & BigInt(right));
    case "<<":
      return right >= 0 && right < 53 ? left * 2 ** right : undefined;
    case "**":
      return right >= 0 ? left ** right : undefined;
    default:
      return undefined;
  }
}
