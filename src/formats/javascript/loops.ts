import type { Expression, Statement } from "../python/nodes.ts";
import { lowerExpression } from "./expressions.ts";
import { madeUpName, type Lowering } from "./lowering.ts";
import { attribute, call, name, spanOf, truth } from "./make.ts";
import { bindPattern, lowerTarget } from "./patterns.ts";
import { lowerBody, lowerExpressionStatement } from "./statements.ts";
import type { BabelPattern, BabelStatement, BabelStatementOf } from "./types.ts";
import { lowerVariables } from "./variables.ts";

function loopBody(l: Lowering, node: BabelStatement): readonly Statement[] {
  const { isInSwitch } = l;
  l.isInSwitch = false;
  const body = lowerBody(l, node);
  l.isInSwitch = isInSwitch;
  return body;
}

/** `for (init; test; update)` is `init; while (test) { …; update }`. */
export function lowerFor(
  l: Lowering,
  node: BabelStatementOf<"ForStatement">,
  out: Statement[],
): void {
  const at = spanOf(node);
  const { init, test, update } = node;
  if (init?.type === "VariableDeclaration") lowerVariables(l, init, out);
  else if (init) lowerExpressionStatement(l, init, out);
  const condition = test ? lowerExpression(l, test) : truth(true, at);
  const body = [...loopBody(l, node.body)];
  if (update) lowerExpressionStatement(l, update, body);
  out.push({ kind: "While", ...at, parent: null, test: condition, body, orelse: [] });
}

/** `for (const x of xs)`; with `in` the keys are gone through. */
export function lowerForEach(
  l: Lowering,
  node: BabelStatementOf<"ForInStatement" | "ForOfStatement">,
): Statement {
  const at = spanOf(node);
  const over = lowerExpression(l, node.right);
  const where = spanOf(node.right);
  const iter =
    node.type === "ForOfStatement"
      ? over
      : call(attribute(name("Object", where), "keys", where), [over], where);
  const { target, unpacking } = lowerLoopTarget(l, node.left);
  const body = [...unpacking, ...loopBody(l, node.body)];
  const isAsync = node.type === "ForOfStatement" && node.await;
  return { kind: "For", ...at, parent: null, isAsync, target, iter, body, orelse: [] };
}

function lowerLoopTarget(
  l: Lowering,
  left: BabelStatementOf<"ForOfStatement">["left"],
): { readonly target: Expression; readonly unpacking: readonly Statement[] } {
  const declares = left.type === "VariableDeclaration";
  const pattern = (declares ? left.declarations[0]?.id : left) as BabelPattern | undefined;
  const at = spanOf(left);
  if (pattern?.type === "Identifier") {
    if (!declares) return { target: lowerTarget(l, pattern), unpacking: [] };
    l.frame.declared.add(pattern.name);
    return { target: name(pattern.name, spanOf(pattern)), unpacking: [] };
  }
  const id = madeUpName("each", at);
  l.frame.declared.add(id);
  const unpacking: Statement[] = [];
  if (pattern !== undefined)
    bindPattern(l, pattern, { value: name(id, at), at, out: unpacking, declares });
  return { target: name(id, at), unpacking };
}

export function lowerWhile(l: Lowering, node: BabelStatementOf<"WhileStatement">): Statement {
  const test = lowerExpression(l, node.test);
  const body = loopBody(l, node.body);
  return { kind: "While", ...spanOf(node), parent: null, test, body, orelse: [] };
}

/** `do … while (test)`: a loop that is entered in any case. */
export function lowerDoWhile(l: Lowering, node: BabelStatementOf<"DoWhileStatement">): Statement {
  const body = loopBody(l, node.body);
  const test = lowerExpression(l, node.test);
  return { kind: "While", ...spanOf(node), parent: null, test, body, orelse: [] };
}
