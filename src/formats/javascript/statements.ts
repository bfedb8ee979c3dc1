import type { Expression, If, Statement } from "../python/nodes.ts";
import { lowerExpression, type AnyExpression } from "./expressions.ts";
import { lowerFunction } from "./functions.ts";
import { lowerClass } from "./classes.ts";
import { lowerDeclared, lowerExport, lowerImport } from "./imports.ts";
import { lowerDoWhile, lowerFor, lowerForEach, lowerWhile } from "./loops.ts";
import { gathering, maxDepth, tooDeep, type Lowering } from "./lowering.ts";
import { assign, expressionStatement, name, returnOf, simple, spanOf, text } from "./make.ts";
import { lowerAssignmentStatement, lowerCount } from "./assignments.ts";
import { bindPattern } from "./patterns.ts";
import { lowerSwitch } from "./switch.ts";
import type { BabelPattern, BabelPlace, BabelStatement, BabelStatementOf } from "./types.ts";
import { lowerVariables } from "./variables.ts";

/** Lowers statements, each after what it needs before it. */
export function lowerStatements(
  l: Lowering,
  nodes: readonly BabelStatement[],
): readonly Statement[] {
  const all: Statement[] = [];
  for (const node of nodes) {
    const own: Statement[] = [];
    const { before } = gathering(l, () => lowerStatement(l, node, own));
    for (const each of before) all.push(each);
    for (const each of own) all.push(each);
  }
  return all;
}

interface Block {
  readonly body: readonly BabelStatement[];
  readonly directives?: readonly (BabelPlace & { readonly value: { readonly value: string } })[];
}

/** A body with its directives: `"use server"` says who may call the functions of a file. */
export function lowerBlock(l: Lowering, block: Block): readonly Statement[] {
  const directives = (block.directives ?? []).map((each) => {
    const at = spanOf(each);
    return expressionStatement(text(each.value.value, at), at);
  });
  return [...directives, ...lowerStatements(l, block.body)];
}

/** The body of a branch or a loop: a block, or a statement alone. */
export function lowerBody(l: Lowering, node: BabelStatement): readonly Statement[] {
  const statements = lowerStatements(l, node.type === "BlockStatement" ? node.body : [node]);
  return statements.length > 0 ? statements : [simple("Pass", spanOf(node))];
}

/** Lowers one statement to `out`. */
export function lowerStatement(l: Lowering, node: BabelStatement, out: Statement[]): void {
  if (l.depth >= maxDepth) {
    tooDeep(l, spanOf(node));
    return;
  }
  l.depth++;
  lowerAny(l, node, out);
  l.depth--;
}

function lowerAny(l: Lowering, node: BabelStatement, out: Statement[]): void {
  const at = spanOf(node);
  switch (node.type) {
    case "ExpressionStatement":
      lowerExpressionStatement(l, node.expression, out);
      return;
    case "VariableDeclaration":
      lowerVariables(l, node, out);
      return;
    case "FunctionDeclaration": {
      const id = node.id?.name ?? "default";
      l.frame.declared.add(id);
      out.push(lowerFunction(l, node, { id }));
      return;
    }
    case "ClassDeclaration": {
      const id = node.id?.name ?? "default";
      l.frame.declared.add(id);
      if (!node.declare) out.push(lowerClass(l, node, id));
      return;
    }
    case "ReturnStatement":
      out.push(returnOf(node.argument ? lowerExpression(l, node.argument) : null, at));
      return;
    case "IfStatement":
      out.push(lowerIf(l, node));
      return;
    case "BlockStatement":
      out.push(...lowerBlock(l, node));
      return;
    case "ForStatement":
      lowerFor(l, node, out);
      return;
    case "ForInStatement":
    case "ForOfStatement":
      out.push(lowerForEach(l, node));
      return;
    case "WhileStatement":
      out.push(lowerWhile(l, node));
      return;
    case "DoWhileStatement":
      out.push(lowerDoWhile(l, node));
      return;
    case "SwitchStatement":
      lowerSwitch(l, node, out);
      return;
    case "TryStatement":
      out.push(lowerTry(l, node));
      return;
    case "ThrowStatement":
      out.push({
        kind: "Raise",
        ...at,
        parent: null,
        exc: lowerExpression(l, node.argument),
        cause: null,
      });
      return;
    case "BreakStatement":
      out.push(simple(l.isInSwitch && !node.label ? "Pass" : "Break", at));
      return;
    case "ContinueStatement":
      out.push(simple("Continue", at));
      return;
    case "LabeledStatement":
      lowerStatement(l, node.body, out);
      return;
    case "WithStatement":
      out.push(
        expressionStatement(lowerExpression(l, node.object), at),
        ...lowerBody(l, node.body),
      );
      return;
    case "ImportDeclaration":
    case "TSImportEqualsDeclaration":
      lowerImport(l, node, out);
      return;
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
    case "ExportAllDeclaration":
    case "TSExportAssignment":
      lowerExport(l, node, out);
      return;
    case "TSEnumDeclaration":
    case "TSModuleDeclaration":
      lowerDeclared(l, node, out);
      return;
    default:
    // Types, interfaces and declarations: nothing that runs.
  }
}

/** An expression for what it does: an assignment, a branch, or a call. */
export function lowerExpressionStatement(l: Lowering, node: AnyExpression, out: Statement[]): void {
  const at = spanOf(node);
  switch (node.type) {
    case "AssignmentExpression":
      lowerAssignmentStatement(l, node, out);
      return;
    case "UpdateExpression":
      out.push(lowerCount(l, node));
      return;
    case "SequenceExpression":
      for (const each of node.expressions) {
        const own: Statement[] = [];
        const { before } = gathering(l, () => lowerExpressionStatement(l, each, own));
        out.push(...before, ...own);
      }
      return;
    case "LogicalExpression": {
      // `a && b()` is `if (a) b()`, `a || b()` is `if (!a) b()`.
      const condition = lowerExpression(l, node.left);
      const { start, end } = condition;
      const test: Expression =
        node.operator === "&&"
          ? condition
          : { kind: "UnaryOp", start, end, parent: null, op: "not", operand: condition };
      out.push({ kind: "If", ...at, parent: null, test, body: effect(l, node.right), orelse: [] });
      return;
    }
    case "ConditionalExpression": {
      const test = lowerExpression(l, node.test);
      const body = effect(l, node.consequent);
      out.push({ kind: "If", ...at, parent: null, test, body, orelse: effect(l, node.alternate) });
      return;
    }
    case "UnaryExpression": {
      const { operator } = node;
      const value = lowerExpression(l, node.argument);
      if (operator === "delete")
        out.push({ kind: "Delete", ...at, parent: null, targets: [value] });
      else out.push(expressionStatement(value, at));
      return;
    }
    default:
      out.push(expressionStatement(lowerExpression(l, node), at));
  }
}

function effect(l: Lowering, node: AnyExpression): readonly Statement[] {
  const own: Statement[] = [];
  const { before } = gathering(l, () => {
    if (l.depth >= maxDepth) {
      tooDeep(l, spanOf(node));
      return;
    }
    l.depth++;
    lowerExpressionStatement(l, node, own);
    l.depth--;
  });
  return [...before, ...own];
}

/** `else if`s are followed in a loop: generated code has hundreds. */
function lowerIf(l: Lowering, node: BabelStatementOf<"IfStatement">): Statement {
  const links: { made: Omit<If, "orelse">; before: readonly Statement[] }[] = [];
  let orelse: readonly Statement[] = [];
  for (let current = node; ;) {
    const { value: made, before } = gathering(l, () => {
      const test = lowerExpression(l, current.test);
      const body = lowerBody(l, current.consequent);
      return { kind: "If", ...spanOf(current), parent: null, test, body } as const;
    });
    links.push({ made, before });
    const { alternate } = current;
    if (alternate?.type === "IfStatement") {
      current = alternate;
      continue;
    }
    if (alternate) orelse = lowerBody(l, alternate);
    break;
  }
  let last: If | undefined;
  for (const { made, before } of links.reverse()) {
    last = { ...made, orelse };
    orelse = [...before, last];
  }
  // The first test's own preparations stand before the whole statement.
  l.before.push(...(links.at(-1)?.before ?? []));
  return last ?? simple("Pass", spanOf(node));
}

function lowerTry(l: Lowering, node: BabelStatementOf<"TryStatement">): Statement {
  const body = lowerBody(l, node.block);
  const { handler, finalizer } = node;
  const finalbody = finalizer ? lowerBody(l, finalizer) : [];
  const base = {
    kind: "Try",
    ...spanOf(node),
    parent: null,
    isStar: false,
    body,
    orelse: [],
  } as const;
  if (!handler) return { ...base, handlers: [], finalbody };
  const at = spanOf(handler);
  const unpacking: Statement[] = [];
  let caught: string | null = null;
  if (handler.param?.type === "Identifier") caught = handler.param.name;
  else if (handler.param) {
    caught = `error@${at.start}`;
    const pattern = handler.param as BabelPattern;
    bindPattern(l, pattern, {
      value: name(caught, at),
      at: spanOf(pattern),
      out: unpacking,
      declares: true,
    });
  }
  if (caught !== null) l.frame.declared.add(caught);
  const statements = [...unpacking, ...lowerBody(l, handler.body)];
  return {
    ...base,
    handlers: [
      { kind: "ExceptHandler", ...at, parent: null, type: null, name: caught, body: statements },
    ],
    finalbody,
  };
}

/** A name given to the value of another. */
export function alsoCalled(
  id: string,
  value: string,
  at: { start: number; end: number },
): Statement {
  return assign([name(id, at)], name(value, at), at);
}
