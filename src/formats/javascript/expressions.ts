import type { Span } from "../../core/index.ts";
import type { Constant, Expression, FormattedValue, Statement } from "../python/nodes.ts";
import { lowerAccess, lowerChain } from "./chains.ts";
import { lowerNamed } from "./functions.ts";
import { madeUpName, maxDepth, tooDeep, type Lowering } from "./lowering.ts";
import {
  assign,
  attribute,
  call,
  either,
  expressionStatement,
  integer,
  name,
  nothing,
  number,
  spanOf,
  text,
  truth,
  unknown,
} from "./make.ts";
import { lowerMarkup } from "./markup.ts";
import { lowerObject } from "./objects.ts";
import { lowerOperators } from "./operators.ts";
import { bindPattern, lowerTarget } from "./patterns.ts";
import { lowerStatements } from "./statements.ts";
import type { BabelArgument, BabelAssignment, BabelExpression, BabelTemplate } from "./types.ts";

/** Anything that stands where a value is expected. */
export type AnyExpression =
  | BabelExpression
  | BabelArgument
  | {
      readonly type: "PrivateName" | "V8IntrinsicIdentifier" | "Super" | "Import";
      readonly start?: number | null;
      readonly end?: number | null;
    };

/** Lowers an expression. */
export function lowerExpression(l: Lowering, node: AnyExpression): Expression {
  if (l.depth >= maxDepth) return tooDeep(l, spanOf(node));
  l.depth++;
  const lowered = lowerAny(l, node);
  l.depth--;
  return lowered;
}

function lowerAny(l: Lowering, node: AnyExpression): Expression {
  const at = spanOf(node);
  switch (node.type) {
    case "Identifier":
      return node.name === "undefined" ? nothing(at) : name(node.name, at);
    case "StringLiteral":
      return text(node.value, at);
    case "NumericLiteral":
      return number(node.value, at);
    case "BigIntLiteral":
      return integer(Number(node.value), at);
    case "BooleanLiteral":
      return truth(node.value, at);
    case "NullLiteral":
      return nothing(at);
    case "RegExpLiteral":
      return call(name("RegExp", at), [text(node.pattern, at), text(node.flags, at)], at);
    case "TemplateLiteral":
      return lowerTemplate(l, node);
    case "MemberExpression":
    case "OptionalMemberExpression":
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
    case "TaggedTemplateExpression":
    case "ImportExpression":
      return lowerChain(l, node);
    case "BinaryExpression":
    case "LogicalExpression":
      return lowerOperators(l, node);
    case "ObjectExpression":
      return lowerObject(l, node);
    case "ArrayExpression": {
      const elts = node.elements.map((each) =>
        each === null ? nothing(at) : lowerExpression(l, each),
      );
      return { kind: "List", ...at, parent: null, elts };
    }
    case "SpreadElement":
      return { kind: "Starred", ...at, parent: null, value: lowerExpression(l, node.argument) };
    case "ArrowFunctionExpression":
    case "FunctionExpression":
    case "ClassExpression":
      return lowerNamed(l, node, "function");
    case "ConditionalExpression": {
      const test = lowerExpression(l, node.test);
      const body = lowerExpression(l, node.consequent);
      const orelse = lowerExpression(l, node.alternate);
      return { kind: "IfExp", ...at, parent: null, test, body, orelse };
    }
    case "AwaitExpression":
      return { kind: "Await", ...at, parent: null, value: lowerExpression(l, node.argument) };
    case "YieldExpression": {
      const value = node.argument ? lowerExpression(l, node.argument) : null;
      return { kind: node.delegate ? "YieldFrom" : "Yield", ...at, parent: null, value };
    }
    case "UnaryExpression":
      return lowerUnary(l, node);
    case "UpdateExpression": {
      const target = lowerTarget(l, node.argument);
      const value: Expression = {
        kind: "BinOp",
        ...at,
        parent: null,
        left: lowerExpression(l, node.argument),
        op: node.operator[0] ?? "+",
        right: integer(1, at),
      };
      return target.kind === "Name"
        ? { kind: "NamedExpr", ...at, parent: null, target, value }
        : value;
    }
    case "AssignmentExpression":
      return lowerAssignment(l, node, at);
    case "SequenceExpression":
      return lowerSequence(l, node.expressions, at);
    case "ThisExpression":
      return name("self", at);
    case "Super":
      return call(name("super", at), [], at);
    case "MetaProperty":
      return attribute(name(node.meta.name, spanOf(node.meta)), node.property.name, at);
    case "JSXElement":
    case "JSXFragment":
      return lowerMarkup(l, node);
    // Types say nothing about what a program does.
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "TSInstantiationExpression":
    case "TypeCastExpression":
    case "ParenthesizedExpression":
      return lowerExpression(l, node.expression);
    case "DoExpression":
      l.before.push(...lowerStatements(l, node.body.body));
      return unknown(at);
    default:
      return unknown(at);
  }
}

/** `` `a ${b} c` ``; without a `${` it is a string like any other. */
function lowerTemplate(l: Lowering, node: BabelTemplate): Expression {
  const at = spanOf(node);
  const [only] = node.quasis;
  if (node.expressions.length === 0 && only !== undefined)
    return text(only.value.cooked ?? only.value.raw, at);
  const values: (Constant | FormattedValue)[] = [];
  for (const [index, quasi] of node.quasis.entries()) {
    const { cooked, raw } = quasi.value;
    if (raw !== "") values.push(text(cooked ?? raw, spanOf(quasi)));
    const inner = node.expressions[index];
    if (inner === undefined) continue;
    const value = lowerExpression(l, inner as BabelExpression);
    const { start, end } = value;
    values.push({
      kind: "FormattedValue",
      start,
      end,
      parent: null,
      value,
      conversion: null,
      spec: null,
    });
  }
  return { kind: "JoinedStr", ...at, parent: null, values, isTemplate: false };
}

function lowerUnary(
  l: Lowering,
  node: Extract<BabelExpression, { type: "UnaryExpression" }>,
): Expression {
  const at = spanOf(node);
  const operand = lowerExpression(l, node.argument);
  switch (node.operator) {
    case "!":
      return { kind: "UnaryOp", ...at, parent: null, op: "not", operand };
    case "-":
    case "+":
    case "~":
      return { kind: "UnaryOp", ...at, parent: null, op: node.operator, operand };
    case "void":
      l.before.push(expressionStatement(operand, at));
      return nothing(at);
    default:
      return call(name(node.operator, at), [operand], at);
  }
}

/** The last of several; the others happen before it. `(0, f)(x)` is `f(x)`. */
function lowerSequence(l: Lowering, expressions: readonly BabelExpression[], at: Span): Expression {
  const last = expressions.at(-1);
  for (const each of expressions.slice(0, -1)) {
    const value = lowerExpression(l, each);
    if (value.kind !== "Constant" && value.kind !== "Name")
      l.before.push(expressionStatement(value, value));
  }
  return last === undefined ? nothing(at) : lowerExpression(l, last);
}

/** An assignment whose value is used; one to a name is a `:=`, any other happens before. */
function lowerAssignment(l: Lowering, node: BabelAssignment, at: Span): Expression {
  if (node.left.type === "Identifier") {
    const target = lowerTarget(l, node.left);
    const value = assignedValue(l, node);
    return { kind: "NamedExpr", ...at, parent: null, target, value };
  }
  const kept = madeUpName("value", at);
  l.before.push(assign([name(kept, at)], assignedValue(l, node), at));
  const after: Statement[] = [];
  bindPattern(l, node.left, { value: name(kept, at), at, out: after });
  l.before.push(...after);
  return name(kept, at);
}

/** What the target of an assignment holds after it: of `a += b` the sum, of `a ??= b` either. */
export function assignedValue(l: Lowering, node: BabelAssignment): Expression {
  const at = spanOf(node);
  const right = lowerExpression(l, node.right);
  const { operator, left } = node;
  if (operator === "=" || left.type === "ObjectPattern" || left.type === "ArrayPattern")
    return right;
  const before =
    left.type === "MemberExpression" || left.type === "OptionalMemberExpression"
      ? lowerAccess(l, left)
      : lowerExpression(l, left);
  if (operator === "||=" || operator === "&&=" || operator === "??=")
    return either([before, right], at);
  return { kind: "BinOp", ...at, parent: null, left: before, op: operator.slice(0, -1), right };
}
