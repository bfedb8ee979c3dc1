import type { Operator } from "../../../formats/hcl/tree.ts";
import type { Place, Value } from "../../value.ts";
import { textArg } from "./plain.ts";
import { keyOf } from "./identity.ts";
import { causeOf, choice, isFailure, isKnown, maxOptions, scalar, unknown } from "./values.ts";
import { fail, type Work } from "./work.ts";

/** Where an operator is evaluated. */
export interface OperatorContext {
  readonly at: Place;
  readonly work: Work;
}

/** A number, also of a text that is one. */
export function numberOf(value: Value): number | undefined {
  if (value.kind !== "scalar") return undefined;
  if (typeof value.value === "number") return value.value;
  if (typeof value.value !== "string" || value.value.length > 400) return undefined;
  if (!/^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(value.value)) return undefined;
  return Number(value.value);
}

/** A truth, also of a text that is one. */
export function truthOf(value: Value): boolean | undefined {
  if (value.kind !== "scalar") return undefined;
  if (value.value === true || value.value === "true") return true;
  if (value.value === false || value.value === "false") return false;
  return undefined;
}

/** Joins two values. What cannot be decided is unknown, or a choice. */
export function operate(
  operator: Operator,
  { left, right }: { readonly left: Value; readonly right: Value },
  context: OperatorContext,
): Value {
  const { at } = context;
  if (isFailure(left)) return left;
  if (isFailure(right)) return right;
  if (left.kind === "choice") {
    const options = left.options.map((option) =>
      operate(operator, { left: option, right }, context),
    );
    return choice(options, left.cause, at);
  }
  if (right.kind === "choice") {
    const options = right.options.map((option) =>
      operate(operator, { left, right: option }, context),
    );
    return choice(options, right.cause, at);
  }
  if (operator === "==" || operator === "!=") {
    const same = areSame(left, right);
    if (same === undefined) return unknown(causeOf(isKnown(left) ? right : left), at);
    return scalar(operator === "==" ? same : !same, at);
  }
  if (operator === "&&" || operator === "||") return joinTruths(operator, { left, right }, context);
  if (left.kind !== "scalar" && !isKnown(left)) return unknown(causeOf(left), at);
  if (right.kind !== "scalar" && !isKnown(right)) return unknown(causeOf(right), at);
  const a = numberOf(left);
  const b = numberOf(right);
  if (a === undefined || b === undefined)
    return fail(context.work, `${operator} is not for what it is given`, at);
  const result = calculate(operator, a, b);
  return result === undefined
    ? fail(context.work, "a number is divided by zero", at)
    : scalar(result, at);
}

function joinTruths(
  operator: "&&" | "||",
  { left, right }: { readonly left: Value; readonly right: Value },
  { at, work }: OperatorContext,
): Value {
  const a = truthOf(left);
  const b = truthOf(right);
  const decides = operator === "||";
  if (a === decides || b === decides) return scalar(decides, at);
  if (a !== undefined && b !== undefined) return scalar(!decides, at);
  const other = a === undefined ? left : right;
  if (isKnown(other)) return fail(work, `${operator} is not for what it is given`, at);
  return unknown(causeOf(other), at);
}

/** Terraform counts with far more digits: what is lost in the last of ours is not shown. */
function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

function calculate(operator: Operator, a: number, b: number): number | boolean | undefined {
  switch (operator) {
    case "+":
      return tidy(a + b);
    case "-":
      return tidy(a - b);
    case "*":
      return tidy(a * b);
    case "/":
      return b === 0 ? undefined : tidy(a / b);
    case "%":
      return b === 0 ? a : tidy(a % b);
    case "<":
      return a < b;
    case ">":
      return a > b;
    case "<=":
      return a <= b;
    case ">=":
      return a >= b;
    default:
      return undefined;
  }
}

/** Whether two values are the same; undefined where that is not known. */
export function areSame(left: Value, right: Value): boolean | undefined {
  const isNullLeft = left.kind === "scalar" && left.value === null;
  const isNullRight = right.kind === "scalar" && right.value === null;
  if (isNullLeft && isNullRight) return true;
  if (isNullLeft) return isThere(right);
  if (isNullRight) return isThere(left);
  if (isEmptyText(left)) return isFilled(right);
  if (isEmptyText(right)) return isFilled(left);
  if (isKnown(left) && isKnown(right)) {
    if (left.kind === "json" || right.kind === "json") {
      const texts = [left, right].map(textArg);
      return texts.includes(undefined) ? false : texts[0] === texts[1];
    }
    if (left.kind !== right.kind) return false;
    const a = keyOf(left, 0);
    const b = keyOf(right, 0);
    return a === undefined || b === undefined ? undefined : a === b;
  }
  if (left.kind === "reference" && right.kind === "reference") {
    const a = keyOf(left, 0);
    return a !== undefined && a === keyOf(right, 0) ? true : undefined;
  }
  if (left.kind === "list" && right.kind === "list" && left.items.length !== right.items.length)
    return left.open === undefined && right.open === undefined ? false : undefined;
  return undefined;
}

/**
 * Attributes by which a resource is known: what exists has them, so they are neither null nor empty.
 * Modules write `var.key == null ? … : …` of these, and the answer does not wait for the resource.
 */
const identities = new Set(["id", "arn", "self_link", "key_id"]);

function isIdentity(value: Value): boolean {
  if (value.kind !== "reference") return false;
  // Deeper ones, such as `outputs.arn` of another state, may be anything.
  return value.attribute.length === 1 && identities.has(value.attribute[0]!);
}

function isEmptyText(value: Value): boolean {
  return value.kind === "scalar" && value.value === "";
}

/** `false` ("not empty") for a text of which some part is there; undefined where it may be empty. */
function isFilled(value: Value): boolean | undefined {
  if (isKnown(value)) return isEmptyText(value);
  if (value.kind === "template")
    return value.parts.some((part) => (typeof part === "string" ? part !== "" : isIdentity(part)))
      ? false
      : undefined;
  return isIdentity(value) ? false : undefined;
}

/** `false` ("not null") for what is there whatever it is; undefined where it may be null. */
function isThere(value: Value): false | undefined {
  if (value.kind === "unknown" || value.kind === "unread" || value.kind === "choice")
    return undefined;
  // An attribute that is not written may be null; the resource itself is not.
  return value.kind === "reference" && value.attribute.length > 0 && !isIdentity(value)
    ? undefined
    : false;
}

/** A value for each option of a choice; the same where there is no choice. */
export function onEach(value: Value, at: Place, work: (option: Value) => Value): Value {
  if (value.kind !== "choice") return work(value);
  return choice(value.options.slice(0, maxOptions).map(work), value.cause, at);
}
