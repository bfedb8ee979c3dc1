import type { Span } from "../../core/index.ts";
import type { AugAssign, Dict, Expression, Statement } from "../python/nodes.ts";
import { assignedValue, lowerExpression } from "./expressions.ts";
import { lowerNamed } from "./functions.ts";
import type { Lowering } from "./lowering.ts";
import { assign, integer, name, spanOf } from "./make.ts";
import { bindPattern, lowerTarget } from "./patterns.ts";
import type { BabelAssignment, BabelExpression, BabelExpressionOf, BabelPattern } from "./types.ts";

/** `a = b`, `a = b = c`, `a += b`, `{ a } = b` as statements. */
export function lowerAssignmentStatement(
  l: Lowering,
  node: BabelAssignment,
  out: Statement[],
): void {
  const at = spanOf(node);
  const { operator, left } = node;
  if (operator !== "=") {
    const isLogical = operator === "||=" || operator === "&&=" || operator === "??=";
    const target = lowerTarget(l, left);
    if (isLogical) out.push(assign([target], assignedValue(l, node), at));
    else {
      const value = lowerExpression(l, node.right);
      out.push({
        kind: "AugAssign",
        ...at,
        parent: null,
        target,
        op: operator.slice(0, -1),
        value,
      });
    }
    return;
  }
  // A chain of plain targets is one statement, as in `exports.a = exports.b = f`.
  const lefts: BabelPattern[] = [left];
  let right: BabelExpression = node.right;
  while (right.type === "AssignmentExpression" && right.operator === "=" && isPlain(right.left)) {
    lefts.push(right.left);
    right = right.right;
  }
  const value = lowerNamed(l, right, hintOf(left));
  if (!lefts.every(isPlain)) {
    bindPattern(l, left, { value, at, out });
    return;
  }
  const targets = lefts.map((each) => lowerTarget(l, each));
  out.push(assign([...targets, ...exported(l, targets, value)], value, at));
  const isWhole = l.frame.isModule && targets.some((each) => exportedName(each) === "default");
  if (isWhole && value.kind === "Dict") exportItems(l, value, out);
}

function isPlain(pattern: BabelPattern): boolean {
  return pattern.type !== "ObjectPattern" && pattern.type !== "ArrayPattern";
}

function hintOf(pattern: BabelPattern): string {
  if (pattern.type === "Identifier") return pattern.name;
  if (pattern.type === "MemberExpression" && pattern.property.type === "Identifier")
    return pattern.property.name;
  return "function";
}

/** Names under which a module of CommonJS offers what is assigned to its `exports`. */
function exported(
  l: Lowering,
  targets: readonly Expression[],
  value: Expression,
): readonly Expression[] {
  if (!l.frame.isModule || value.kind === "Constant") return [];
  const names: Expression[] = [];
  for (const target of targets) {
    const id = exportedName(target);
    if (id === undefined || l.frame.declared.has(id) || (value.kind === "Name" && value.id === id))
      continue;
    l.frame.declared.add(id);
    names.push(name(id, target));
  }
  return names;
}

/** `module.exports = { run: start }` offers `start` as `run`. */
function exportItems(l: Lowering, { keys, values }: Dict, out: Statement[]): void {
  for (const [index, key] of keys.entries()) {
    const value = values[index];
    if (key?.kind !== "Constant" || typeof key.value !== "string" || value?.kind !== "Name")
      continue;
    if (l.frame.declared.has(key.value)) continue;
    l.frame.declared.add(key.value);
    out.push(assign([name(key.value, key)], name(value.id, value), value));
  }
}

function exportedName(target: Expression): string | undefined {
  if (target.kind !== "Attribute") return undefined;
  const { value, attr } = target;
  if (value.kind === "Name") {
    if (value.id === "exports") return attr;
    return value.id === "module" && attr === "exports" ? "default" : undefined;
  }
  const isExports =
    value.kind === "Attribute" &&
    value.attr === "exports" &&
    value.value.kind === "Name" &&
    value.value.id === "module";
  return isExports ? attr : undefined;
}

/** `i++` as a statement. */
export function lowerCount(l: Lowering, node: BabelExpressionOf<"UpdateExpression">): AugAssign {
  const at: Span = spanOf(node);
  const target = lowerTarget(l, node.argument);
  const op = node.operator[0] ?? "+";
  return { kind: "AugAssign", ...at, parent: null, target, op, value: integer(1, at) };
}
