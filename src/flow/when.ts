import type { ArgumentRef, Looks, When } from "./model.ts";
import { receiverOf } from "./pattern.ts";

/** What is known of an argument. */
export interface ArgumentFact {
  /** Its value, where that is constant. */
  readonly constant?: string | number | boolean | null;
  /**
   * How it is written, for `matches` and `unlike`: a constant string, the constant strings that a
   * list begins with joined by blanks, a qualified name.
   */
  readonly text?: string;
  /** True where it is written as an object, a dictionary or a list. */
  readonly isContainer?: boolean;
}

/** What the interpreter knows of a call; asked only where a row has conditions. */
export interface CallFacts {
  /** The qualified name of what is called. */
  readonly name: string;
  /** The word before the method as the source writes it, where the name does not show it. */
  readonly receiver?: string;
  /** Undefined where it is not given. */
  readonly argument: (reference: ArgumentRef) => ArgumentFact | undefined;
  /** True where the file imports a module whose name begins so. */
  readonly imports: (prefix: string) => boolean;
}

/** True where everything holds that a row asks for beside its name. */
export function holds(when: When | undefined, facts: CallFacts): boolean {
  if (when === undefined) return true;
  const { given, absent, is, isNot, imports, on, notOn, matches, unlike, plain } = when;
  if (on !== undefined && !isOn(on, facts)) return false;
  if (notOn !== undefined && isOn(notOn, facts)) return false;
  if (given !== undefined && !given.some((one) => facts.argument(one) !== undefined)) return false;
  if (absent?.some((one) => facts.argument(one) !== undefined)) return false;
  for (const [keyword, value] of Object.entries(is ?? {}))
    if (facts.argument(keyword)?.constant !== value) return false;
  for (const [keyword, value] of Object.entries(isNot ?? {}))
    if (facts.argument(keyword)?.constant === value) return false;
  if (matches?.some((looks) => !looksSo(looks, facts))) return false;
  if (unlike?.some((looks) => looksSo(looks, facts))) return false;
  if (plain?.some((reference) => facts.argument(reference)?.isContainer === true)) return false;
  return imports === undefined || imports.some((prefix) => facts.imports(prefix));
}

function isOn(on: string, { name, receiver }: CallFacts): boolean {
  const pattern = expressionOf(on);
  return pattern.test(receiverOf(name)) || (receiver !== undefined && pattern.test(receiver));
}

function looksSo({ argument, pattern, isWritten, isCased }: Looks, facts: CallFacts): boolean {
  const fact = facts.argument(argument);
  const text = isWritten === true ? fact?.constant : fact?.text;
  return typeof text === "string" && expressionOf(pattern, isCased).test(text);
}

/** Each expression of the models is compiled once, when it is first needed. */
const expressions = new Map<string, RegExp>();

function expressionOf(source: string, isCased = false): RegExp {
  const key = `${isCased ? "" : "i"}/${source}`;
  let found = expressions.get(key);
  if (found === undefined) {
    found = new RegExp(source, isCased ? "" : "i");
    expressions.set(key, found);
  }
  return found;
}
