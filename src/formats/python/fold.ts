import type { Expression } from "./nodes.ts";
import { lookUp } from "./resolve.ts";
import type { Scope } from "./survey.ts";

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
      const found = lookUp(scope, expression.id);
      if (found === null || found.binding.isOpaque || found.binding.imports.length > 0) return undefined;
      const [value, ...others] = found.binding.values;
      if (value === undefined || others.length > 0) return undefined;
      return fold(value, found.scope, deeper);
    }
    case "JoinedStr": {
      let text = "";
      for (const part of expression.values) {
        const value = part.kind === "Constant" ? foldLiteral(part) : fold(part.value, scope, deeper);
        if (value === undefined || (part.kind !== "Constant" && part.spec !== null)) return undefined;
        text += plainText(value);
      }
      return text.length > maxText ? undefined : { type: "str", value: text };
    }
    case "BinOp":
      return foldBinary(expression, scope, deeper);
    case "UnaryOp": {
      const operand = fold(expression.operand, scope, deeper);
      if (operand === undefined) return undefined;
      if (expression.op === "not") return { type: "bool", value: !operand.value };
      if (operand.type !== "int" && operand.type !== "float") return undefined;
      if (expression.op === "-") return { type: operand.type, value: -operand.value };
      return expression.op === "+" ? operand : { type: "int", value: ~operand.value };
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

function plainText({ type, value }: Folded): string {
  if (type === "none") return "None";
  if (type === "bool") return value ? "True" : "False";
  return String(value);
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
    if (node.op === "%" && left.type === "str" && left.value.split("%").length === 2) {
      return { type: "str", value: left.value.replace(/%[sdr]/, () => plainText(right)) };
    }
    return undefined;
  }
  if (left.type !== "int" || right.type !== "int") return undefined;
  const value = foldInteger(node.op, left.value, right.value);
  return value === undefined || !Number.isSafeInteger(value) ? undefined : { type: "int", value };
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
