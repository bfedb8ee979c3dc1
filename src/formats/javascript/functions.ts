import type { Span } from "../../core/index.ts";
import type { Arg, Arguments, Expression, FunctionDef, Statement } from "../python/nodes.ts";
import { lowerClass } from "./classes.ts";
import { lowerExpression, type AnyExpression } from "./expressions.ts";
import {
  closedOver,
  gathering,
  madeUpName,
  openFrame,
  within,
  type Frame,
  type Lowering,
} from "./lowering.ts";
import { assign, attribute, bodyOf, name, nothing, returnOf, spanOf } from "./make.ts";
import { bindPattern } from "./patterns.ts";
import { lowerBlock, lowerExpressionStatement } from "./statements.ts";
import type { BabelExpressionOf, BabelFunction, BabelParameter, BabelPattern } from "./types.ts";

/** How a function is called, and what it has beyond what stands in its brackets. */
export interface Naming {
  readonly id: string;
  /** True for a method of a class: it gets a `self`, which is what `this` is lowered to. */
  readonly isMethod?: boolean;
  readonly decorators?: readonly Expression[];
  /** Statements before its own. */
  readonly first?: readonly Statement[];
}

/**
 * A value that gets a name from where it stands: `run` in `run: () => {}`. A function becomes a
 * definition before the statement, with its name in its place; so does a class.
 */
export function lowerNamed(l: Lowering, node: AnyExpression, hint: string): Expression {
  const at = spanOf(node);
  switch (node.type) {
    case "ArrowFunctionExpression":
      return lowerArrow(l, node, hint);
    case "FunctionExpression": {
      const id = madeUpName(node.id?.name ?? hint, at);
      l.before.push(lowerFunction(l, node, { id }));
      return name(id, at);
    }
    case "ClassExpression": {
      const id = madeUpName(node.id?.name ?? hint, at);
      const made = lowerClass(l, node, id);
      l.before.push(made);
      return name(id, at);
    }
    default:
      return lowerExpression(l, node);
  }
}

/** `x => y`: a lambda where nothing but an expression is needed, else a function like any other. */
function lowerArrow(
  l: Lowering,
  node: BabelExpressionOf<"ArrowFunctionExpression">,
  hint: string,
): Expression {
  const at = spanOf(node);
  const { body } = node;
  const isPlain =
    body.type !== "BlockStatement" &&
    !node.async &&
    !hasEffect(body) &&
    node.params.every(isSimple);
  if (!isPlain) {
    const id = madeUpName(hint, at);
    l.before.push(lowerFunction(l, node, { id }));
    return name(id, at);
  }
  const frame = openFrame(false);
  const { args } = lowerParameters(l, node.params, { frame, at, isMethod: false });
  const { value, before } = gathering(l, () => within(l, frame, () => lowerExpression(l, body)));
  const around = closedOver(frame, spanOf(body));
  if (before.length === 0 && around.length === 0)
    return { kind: "Lambda", ...at, parent: null, args, body: value };
  const id = madeUpName(hint, at);
  const statements = [...around, ...before, returnOf(value, spanOf(body))];
  l.before.push({
    ...definition({ id, at, args, isAsync: false }),
    body: bodyOf(statements, spanOf(body)),
  });
  return name(id, at);
}

/** True where the body does something rather than being something. */
function hasEffect(body: AnyExpression): boolean {
  return (
    body.type === "AssignmentExpression" ||
    body.type === "SequenceExpression" ||
    body.type === "UpdateExpression"
  );
}

function isSimple(parameter: BabelParameter): boolean {
  if (parameter.type === "AssignmentPattern") return parameter.left.type === "Identifier";
  if (parameter.type === "RestElement") return parameter.argument.type === "Identifier";
  return parameter.type === "Identifier";
}

/** Lowers a function of any form to a definition. */
export function lowerFunction(l: Lowering, node: BabelFunction, naming: Naming): FunctionDef {
  const at = spanOf(node);
  const inner = spanOf(node.body);
  const frame = openFrame(false);
  const { isMethod = false, first = [], decorators = [] } = naming;
  const { args, unpacking } = lowerParameters(l, node.params, { frame, at, isMethod });
  const { value: own, before } = gathering(l, () =>
    within(l, frame, () => {
      const { body } = node;
      if (body.type === "BlockStatement") return lowerBlock(l, body);
      const statements: Statement[] = [];
      if (hasEffect(body)) lowerExpressionStatement(l, body, statements);
      else statements.push(returnOf(lowerExpression(l, body), inner));
      return statements;
    }),
  );
  const statements = [...closedOver(frame, inner), ...unpacking, ...first, ...before, ...own];
  return {
    ...definition({ id: naming.id, at, args, isAsync: node.async ?? false }),
    decorators,
    body: bodyOf(statements, inner),
  };
}

function definition(about: {
  id: string;
  at: Span;
  args: Arguments;
  isAsync: boolean;
}): FunctionDef {
  return {
    kind: "FunctionDef",
    ...about.at,
    parent: null,
    isAsync: about.isAsync,
    name: about.id,
    args: about.args,
    body: [],
    decorators: [],
    returns: null,
    typeParams: [],
  };
}

interface Parameters {
  readonly args: Arguments;
  /** Statements that take parameters apart, to stand first in the function. */
  readonly unpacking: readonly Statement[];
}

/** Parameters; one that is a pattern gets a name of our own and is taken apart in the body. */
export function lowerParameters(
  l: Lowering,
  params: readonly BabelParameter[],
  where: { readonly frame: Frame; readonly at: Span; readonly isMethod: boolean },
): Parameters {
  const { frame, at } = where;
  const args: Arg[] = where.isMethod ? [argument("self", { start: at.start, end: at.start })] : [];
  const defaults: Expression[] = [];
  let vararg: Arg | null = null;
  const unpacking: Statement[] = [];

  /** The name of a parameter, bound and, where it is a pattern, taken apart. */
  function named(pattern: BabelPattern, span: Span): Arg {
    if (pattern.type === "Identifier") {
      frame.declared.add(pattern.name);
      return argument(pattern.name, span);
    }
    const id = madeUpName("parameter", span);
    frame.declared.add(id);
    const { before } = gathering(l, () =>
      within(l, frame, () =>
        bindPattern(l, pattern, {
          value: name(id, span),
          at: span,
          out: unpacking,
          declares: true,
        }),
      ),
    );
    unpacking.unshift(...before);
    return argument(id, span);
  }

  for (const param of params) {
    const property = param.type === "TSParameterProperty" ? param.parameter : undefined;
    const pattern = param.type === "TSParameterProperty" ? param.parameter : param;
    const span = spanOf(pattern);
    if (pattern.type === "RestElement") {
      vararg = named(pattern.argument, span);
      continue;
    }
    // TypeScript's `this: T` is no parameter.
    if (pattern.type === "Identifier" && pattern.name === "this") continue;
    let arg: Arg;
    if (pattern.type === "AssignmentPattern") {
      arg = named(pattern.left, span);
      defaults.push(lowerExpression(l, pattern.right));
    } else {
      arg = named(pattern, span);
      // In the common tree all parameters after one with a default have one.
      if (defaults.length > 0) defaults.push(nothing({ start: span.end, end: span.end }));
    }
    args.push(arg);
    // `constructor(private readonly client: OpenAI)`
    if (property !== undefined)
      unpacking.push(
        assign([attribute(name("self", span), arg.arg, span)], name(arg.arg, span), span),
      );
  }
  return { args: argumentsOf({ args, vararg, defaults }, spanOfAll(params, at)), unpacking };
}

function spanOfAll(params: readonly BabelParameter[], at: Span): Span {
  const [first] = params;
  const last = params.at(-1);
  if (first === undefined || last === undefined) return { start: at.start, end: at.start };
  return { start: spanOf(first).start, end: spanOf(last).end };
}

export function argument(arg: string, { start, end }: Span): Arg {
  return { kind: "arg", start, end, parent: null, arg, annotation: null };
}

/** Positional parameters and no others. */
export function argumentsOf(
  given: Pick<Arguments, "args" | "vararg" | "defaults">,
  { start, end }: Span,
): Arguments {
  return {
    kind: "arguments",
    start,
    end,
    parent: null,
    posonlyargs: [],
    kwonlyargs: [],
    kwarg: null,
    kwDefaults: [],
    ...given,
  };
}
