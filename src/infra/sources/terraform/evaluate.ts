import { parseHclTemplate } from "../../../formats/hcl/parse.ts";
import type { Binary, Call, Conditional, Expression, Template } from "../../../formats/hcl/tree.ts";
import { indexLines } from "../../../core/index.ts";
import type { Place, Value } from "../../value.ts";
import { evaluateFor, evaluateRepeat } from "./loops.ts";
import { callFunction } from "./functions/index.ts";
import { numberOf, onEach, operate, truthOf } from "./operators.ts";
import { textArg } from "./plain.ts";
import { elementOf, memberOf, splat } from "./traverse.ts";
import type { Bindings, Frame, Steps } from "./types.ts";
import {
  causeOf,
  choice,
  isFailure,
  isKnown,
  list,
  map,
  scalar,
  textFor,
  textOfParts,
  unknown,
} from "./values.ts";
import { fail, limits, spend, tooMuch, type ParsedTemplate } from "./work.ts";

/** Where an expression stands. */
export function placeOf(expression: Expression, { document }: Frame): Place {
  return { document, start: expression.start, end: expression.end };
}

/** What an expression comes to. Total: what is wrong or not known is a value too. */
export function evaluate(expression: Expression, frame: Frame): Value {
  const { work } = frame.scope;
  const at = placeOf(expression, frame);
  if (!spend(work, 1)) return tooMuch(at);
  if (work.depth >= limits.depth) return unknown("it depends on too much that depends on more", at);
  work.depth++;
  const value = evaluateKind(expression, frame, at);
  work.depth--;
  return value;
}

function evaluateKind(expression: Expression, frame: Frame, at: Place): Value {
  switch (expression.kind) {
    case "literal":
      return scalar(expression.value, at);
    case "group":
      return evaluate(expression.inner, frame);
    case "template":
      return evaluateTemplate(expression, frame, at);
    case "name":
    case "member":
    case "index":
    case "splat":
      return evaluateChain(expression, frame);
    case "splat-item":
      return frame.item ?? unknown("it stands in no splat", at);
    case "call":
      return evaluateCall(expression, frame, at);
    case "unary":
      return onEach(evaluate(expression.of, frame), at, (value) => {
        const result = expression.operator === "!" ? truthOf(value) : numberOf(value);
        if (typeof result === "boolean") return scalar(!result, at);
        if (typeof result === "number") return scalar(-result, at);
        if (!isKnown(value)) return unknown(causeOf(value), at);
        return fail(frame.scope.work, `${expression.operator} is not for what it is given`, at);
      });
    case "binary":
      return evaluateBinary(expression, frame);
    case "conditional":
      return evaluateConditional(expression, frame, at);
    case "tuple":
      return list(
        expression.items.map((item) => evaluate(item, frame)),
        at,
      );
    case "object": {
      const entries = new Map<string, Value>();
      let open: string | undefined;
      for (const { key, value } of expression.entries) {
        const name = evaluate(key, frame);
        const text = textFor(name);
        if (text === undefined) open ??= causeOf(name);
        else entries.set(text, evaluate(value, frame));
      }
      return map(entries, at, open);
    }
    case "for":
      return evaluateFor(expression, { frame, at, evaluate });
    case "repeat":
      return evaluateRepeat(expression, { frame, at, evaluate });
    default:
      return unknown("it could not be read", at);
  }
}

function evaluateTemplate({ parts }: Template, frame: Frame, at: Place): Value {
  const { work } = frame.scope;
  const values: Value[] = [];
  let size = 0;
  for (const part of parts) {
    const value = evaluate(part, frame);
    if (isFailure(value)) return value;
    if (value.kind === "scalar" && value.value === null)
      return fail(work, "null stands within a text", at);
    if (value.kind === "list" || value.kind === "map")
      return isKnown(value)
        ? fail(work, "a list or map stands within a text", at)
        : unknown(causeOf(value), at);
    const text = textArg(value);
    size += text?.length ?? 0;
    values.push(value.kind === "json" && text !== undefined ? scalar(text, value.at) : value);
  }
  if (size > limits.text) return unknown("the text is too long", at);
  if (!spend(work, size >> 4)) return tooMuch(at);
  return textOfParts(values, at);
}

/** A traversal: its first word, then one step after another. */
function evaluateChain(expression: Expression, frame: Frame): Value {
  const chain: Expression[] = [];
  let first = expression;
  while (first.kind === "member" || first.kind === "index" || first.kind === "splat") {
    chain.push(first);
    first = first.of;
  }
  chain.reverse();
  const { scope } = frame;
  let used = 0;
  let value: Value;
  if (first.kind === "name") {
    const bound = boundValue(frame.bindings, first.name);
    if (bound === undefined) {
      const last = chain.length === 0 ? first : chain.at(Math.min(chain.length, 3) - 1)!;
      const resolved = scope.resolve(first.name, stepsOf(chain), placeOf(last, frame));
      ({ value, used } = resolved);
    } else value = bound;
  } else value = evaluate(first, frame);
  for (const step of chain.slice(used)) {
    const at = placeOf(step, frame);
    if (!spend(scope.work, 1)) return tooMuch(at);
    if (step.kind === "member") value = memberOf(value, step.name, { scope, at });
    else if (step.kind === "index")
      value = elementOf(value, evaluate(step.key, frame), { scope, at });
    else if (step.kind === "splat")
      value = splat(value, { scope, at }, (item) => evaluate(step.each, { ...frame, item }));
  }
  return value;
}

function stepsOf(chain: readonly Expression[]): Steps {
  return chain.slice(0, 3).map((step) => (step.kind === "member" ? step.name : undefined));
}

function boundValue(bindings: Bindings | undefined, name: string): Value | undefined {
  for (let each = bindings; each !== undefined; each = each.next)
    if (each.name === name) return each.value;
  return undefined;
}

/** A chain of operators is read from the left, without recursion. */
function evaluateBinary(expression: Binary, frame: Frame): Value {
  const chain: Binary[] = [];
  let first: Expression = expression;
  while (first.kind === "binary") {
    chain.push(first);
    first = first.left;
  }
  let value = evaluate(first, frame);
  for (const step of chain.reverse()) {
    const at = placeOf(step, frame);
    const right = evaluate(step.right, frame);
    value = operate(step.operator, { left: value, right }, { at, work: frame.scope.work });
  }
  return value;
}

function evaluateConditional(expression: Conditional, frame: Frame, at: Place): Value {
  const test = evaluate(expression.test, frame);
  const truth = truthOf(test);
  if (truth === true) return evaluate(expression.whenTrue, frame);
  if (truth === false) return evaluate(expression.whenFalse, frame);
  if (isFailure(test)) return test;
  if (isKnown(test)) return fail(frame.scope.work, "a condition is neither true nor false", at);
  const before = frame.scope.work.failures;
  const options = [evaluate(expression.whenTrue, frame), evaluate(expression.whenFalse, frame)];
  // Only one of the branches is taken: what is wrong in the other is not.
  frame.scope.work.failures = before;
  return choice(options, causeOf(test), at);
}

function evaluateCall(expression: Call, frame: Frame, at: Place): Value {
  const { work } = frame.scope;
  if (expression.name === "try" || expression.name === "can")
    return evaluateTry(expression, frame, at);
  const args: Value[] = [];
  for (const [index, arg] of expression.args.entries()) {
    const value = evaluate(arg, frame);
    if (expression.isSpread && index === expression.args.length - 1) {
      if (value.kind !== "list" || value.open !== undefined)
        return isKnown(value)
          ? fail(work, "only a list can be spread", at)
          : unknown(causeOf(value), at);
      if (!spend(work, value.items.length)) return tooMuch(at);
      for (const item of value.items) args.push(item);
    } else args.push(value);
  }
  return callFunction(args, {
    name: expression.name,
    at,
    work,
    file: frame.scope.file,
    render: (text, path, names) => render(text, { path, names, frame, at }),
  });
}

/** The first argument that is not wrong; for `can`, whether it is. */
function evaluateTry(expression: Call, frame: Frame, at: Place): Value {
  const { work } = frame.scope;
  const before = work.failures;
  for (const arg of expression.args) {
    work.failures = 0;
    const value = evaluate(arg, frame);
    const isWrong = work.failures > 0;
    work.failures = before;
    if (expression.name === "can") {
      if (isWrong) return scalar(false, at);
      return isKnown(value) || value.kind !== "unknown"
        ? scalar(true, at)
        : unknown(value.cause, at);
    }
    if (!isWrong) return value;
  }
  return fail(work, "nothing that is tried is right", at);
}

/** Names that a template is given are looked up one after another. */
const maxNames = 500;

interface Rendering {
  readonly path: string;
  readonly names: ReadonlyMap<string, Value>;
  readonly frame: Frame;
  readonly at: Place;
}

/** A template sees only what it is given. */
function render(text: string, { path, names, frame, at }: Rendering): Value {
  const { work } = frame.scope;
  if (!spend(work, 10 + names.size)) return tooMuch(at);
  const parsed = work.templates.get(text) ?? parseTemplate(text, path);
  work.templates.set(text, parsed);
  const { value, document } = parsed;
  if (value === undefined) return unknown(`the template ${path} could not be read`, at);
  if (names.size > maxNames) return unknown(`the template ${path} is given too much`, at);
  let bindings: Bindings | undefined;
  for (const [name, bound] of names) bindings = { name, value: bound, next: bindings };
  const scope = { ...frame.scope, resolve: unresolved };
  const rendered = evaluate(value, { scope, document, bindings });
  return { ...rendered, at };
}

function parseTemplate(text: string, path: string): ParsedTemplate {
  const { value, problems } = parseHclTemplate(text);
  const document = { path, kind: "text", text, lines: indexLines(text) } as const;
  return { value: problems.length > 0 ? undefined : value, document };
}

function unresolved(name: string, _: Steps, at: Place): { value: Value; used: number } {
  return { value: unknown(`the template is not given ${name}`, at), used: 0 };
}
