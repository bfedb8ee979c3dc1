import type { Span } from "../../core/index.ts";
import type { Compare, Expression, If, Statement } from "../python/nodes.ts";
import { lowerExpression } from "./expressions.ts";
import { gathering, madeUpName, type Lowering } from "./lowering.ts";
import { assign, either, name, simple, spanOf, truth } from "./make.ts";
import { lowerStatements } from "./statements.ts";
import type { BabelStatement, BabelStatementOf } from "./types.ts";

type Switch = BabelStatementOf<"SwitchStatement">;

/** Branches that stand in one another's `else`; after so many another chain is begun. */
const longestChain = 40;

/** Cases that share a body, since those before the last are empty. */
interface Branch {
  readonly tests: readonly Expression[];
  readonly isDefault: boolean;
  readonly body: readonly Statement[];
  /** False where the next branch is entered after this one. */
  readonly isEnded: boolean;
  readonly at: Span;
}

/**
 * A `switch` as a chain of `if`s. Where a case runs into the next one, the chain ends and another
 * begins: each body is there once, and is reached in every way that it can be.
 */
export function lowerSwitch(l: Lowering, node: Switch, out: Statement[]): void {
  const subject = lowerExpression(l, node.discriminant);
  let id: string;
  if (subject.kind === "Name") ({ id } = subject);
  else {
    id = madeUpName("subject", subject);
    l.frame.declared.add(id);
    out.push(assign([name(id, subject)], subject, subject));
  }
  const { isInSwitch } = l;
  l.isInSwitch = true;
  const branches = branchesOf(l, node, id);
  l.isInSwitch = isInSwitch;

  let chain: Branch[] = [];
  for (const branch of branches) {
    chain.push(branch);
    if (branch.isEnded && chain.length < longestChain) continue;
    out.push(...chainOf(chain));
    chain = [];
  }
  out.push(...chainOf(chain));
}

function branchesOf(l: Lowering, node: Switch, id: string): readonly Branch[] {
  const branches: Branch[] = [];
  let tests: Expression[] = [];
  let isDefault = false;
  for (const [index, each] of node.cases.entries()) {
    const at = spanOf(each);
    if (each.test) tests.push(equal(id, lowerExpression(l, each.test)));
    else isDefault = true;
    if (each.consequent.length === 0 && index < node.cases.length - 1) continue;
    const { value: body, before } = gathering(l, () => lowerStatements(l, each.consequent));
    const isEnded = each.consequent.some(ends);
    branches.push({ tests, isDefault, body: [...before, ...body], isEnded, at });
    tests = [];
    isDefault = false;
  }
  return branches;
}

/** True for what leaves the case; a block at its end is looked into. */
function ends(node: BabelStatement): boolean {
  switch (node.type) {
    case "BreakStatement":
    case "ReturnStatement":
    case "ThrowStatement":
    case "ContinueStatement":
      return true;
    case "BlockStatement":
      return node.body.some(ends);
    default:
      return false;
  }
}

function equal(id: string, value: Expression): Compare {
  const { start, end } = value;
  const left = name(id, value);
  return { kind: "Compare", start, end, parent: null, left, ops: ["=="], comparators: [value] };
}

/** The default stands last, wherever it was written. */
function chainOf(branches: readonly Branch[]): readonly Statement[] {
  let orelse: readonly Statement[] = branches.find(({ isDefault }) => isDefault)?.body ?? [];
  for (const { tests, body, at, isDefault } of branches.toReversed()) {
    if (isDefault) continue;
    const [first] = tests;
    const test = tests.length === 1 && first !== undefined ? first : either(tests, at);
    const made: If = {
      kind: "If",
      ...at,
      parent: null,
      test: tests.length === 0 ? truth(true, at) : test,
      body: body.length === 0 ? [simple("Pass", at)] : body,
      orelse,
    };
    orelse = [made];
  }
  return orelse;
}
