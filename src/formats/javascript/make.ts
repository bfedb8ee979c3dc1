import type { Span } from "../../core/index.ts";
import type {
  Assign,
  Attribute,
  Call,
  Constant,
  Expression,
  ExprStatement,
  FunctionDef,
  Keyword,
  Name,
  Return,
  Simple,
  Statement,
} from "../python/nodes.ts";
import type { BabelPlace } from "./types.ts";

// Nodes of the common tree. Every one knows where in the text it comes from.

/** Where a node of Babel stands. */
export function spanOf({ start, end }: BabelPlace): Span {
  return { start: start ?? 0, end: end ?? start ?? 0 };
}

export function name(id: string, { start, end }: Span): Name {
  return { kind: "Name", start, end, parent: null, id };
}

export function text(value: string, { start, end }: Span): Constant {
  return { kind: "Constant", start, end, parent: null, type: "str", value };
}

export function integer(value: number, { start, end }: Span): Constant {
  return { kind: "Constant", start, end, parent: null, type: "int", value };
}

export function number(value: number, { start, end }: Span): Constant {
  const type = Number.isInteger(value) ? "int" : "float";
  return { kind: "Constant", start, end, parent: null, type, value };
}

export function truth(value: boolean, { start, end }: Span): Constant {
  return { kind: "Constant", start, end, parent: null, type: "bool", value };
}

/** `null` and `undefined` alike. */
export function nothing({ start, end }: Span): Constant {
  return { kind: "Constant", start, end, parent: null, type: "none", value: null };
}

/** An expression about which nothing is known. */
export function unknown(at: Span): Name {
  return name("?", at);
}

export function attribute(value: Expression, attr: string, { start, end }: Span): Attribute {
  return { kind: "Attribute", start, end, parent: null, value, attr };
}

export function call(
  func: Expression,
  args: readonly Expression[],
  { start, end }: Span,
  keywords: readonly Keyword[] = [],
): Call {
  return { kind: "Call", start, end, parent: null, func, args, keywords };
}

export function assign(
  targets: readonly Expression[],
  value: Expression,
  { start, end }: Span,
): Assign {
  return { kind: "Assign", start, end, parent: null, targets, value };
}

export function expressionStatement(value: Expression, { start, end }: Span): ExprStatement {
  return { kind: "Expr", start, end, parent: null, value };
}

export function returnOf(value: Expression | null, { start, end }: Span): Return {
  return { kind: "Return", start, end, parent: null, value };
}

export function simple(kind: Simple["kind"], { start, end }: Span): Simple {
  return { kind, start, end, parent: null };
}

/** Either of the values: what `a ?? b` and a default mean. */
export function either(values: readonly Expression[], { start, end }: Span): Expression {
  return { kind: "BoolOp", start, end, parent: null, op: "or", values };
}

/** A function without parameters beyond those given, for those that the text only implies. */
export function functionOf(
  { id, args, body }: { id: string; args: FunctionDef["args"]; body: readonly Statement[] },
  { start, end }: Span,
): FunctionDef {
  return {
    kind: "FunctionDef",
    start,
    end,
    parent: null,
    isAsync: false,
    name: id,
    args,
    body,
    decorators: [],
    returns: null,
    typeParams: [],
  };
}

/**
 * A body as `scopeAt` needs it: not empty, and nothing in it stands before its first statement. What
 * was lifted out of an expression may stand first and come from further down.
 */
export function bodyOf(statements: readonly Statement[], at: Span): readonly Statement[] {
  const first = statements[0];
  if (first !== undefined && !statements.some(({ start }) => start < first.start))
    return statements;
  const start = statements.reduce((least, each) => Math.min(least, each.start), at.start);
  return [simple("Pass", { start, end: start }), ...statements];
}
