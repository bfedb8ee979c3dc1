import { canonicalName } from "./canonical.ts";
import { namespaceItem, spelledOut } from "./indirect.ts";
import type { Expression } from "./nodes.ts";
import { enclosingClass, lookUp, type Binding, type Scope } from "./scopes.ts";
import { usualName } from "./usual-names.ts";

/** How many assignments are followed from one name to the next. */
const maxHops = 20;
/** Values of names that are looked at for one question. */
const maxSteps = 100;
/** Longest chain of attributes and calls that is given a name. */
const maxChain = 60;
/** Operands of `a or b or …`, and further values of one name, that are looked at. */
const maxChoices = 8;

/** One question for a name. */
export interface Search {
  /** Values that may still be looked at. */
  steps: number;
  /**
   * The fewest hops at which a name was met again that is still being worked out, -1 where the
   * search was cut short. What was found missing on such a way may be found on another.
   */
  lowest: number;
}

/**
 * The qualified name of what an expression stands for: `np.load` after `import numpy as np` is
 * `numpy.load`, `app.run` after `app = flask.Flask(…)` is `flask.Flask().run`,
 * `getattr(os, "system")` is `os.system`. What a local name holds that cannot be told begins with
 * `~`, what has no name at all is `?`.
 */
export function qualifiedName(expression: Expression, scope: Scope): string {
  return resolve(expression, scope, 0, { steps: maxSteps, lowest: Infinity });
}

/** What makes it worth asking for other names. */
export interface Ambiguity {
  /** Names that some scope binds more than once. */
  readonly rebound: ReadonlySet<string>;
  /** The modules of `from module import *`. */
  readonly stars: readonly string[];
}

/** Gathers that for a file. */
export function ambiguityOf(scopes: Iterable<Scope>, stars: readonly string[]): Ambiguity {
  const rebound = new Set<string>();
  for (const { bindings } of scopes) {
    for (const [name, { imports, values }] of bindings)
      if (imports.length + values.length > 1) rebound.add(name);
  }
  return { rebound, stars: stars.slice(0, maxChoices) };
}

/**
 * What else an expression may stand for, where the name that it begins with is bound several times
 * (`try: from a import f`, `except ImportError: from b import f`), or not at all but by the star
 * of an import.
 */
export function otherNames(
  expression: Expression,
  scope: Scope,
  among: Ambiguity,
): readonly string[] {
  let base = expression;
  for (let parts = 0; base.kind !== "Name"; parts++) {
    if (parts > maxChain) return none;
    if (base.kind === "Call") base = base.func;
    else if (base.kind === "Attribute" || base.kind === "Subscript" || base.kind === "Await")
      base = base.value;
    else return none;
  }
  const { id } = base;
  if (among.stars.length === 0 && !among.rebound.has(id)) return none;
  const found = lookUp(scope, id);
  const search: Search = { steps: maxSteps, lowest: Infinity };
  let bases: readonly string[];
  if (found === null) bases = among.stars.map((module) => `${module}.${id}`);
  else {
    const { imports, values } = found.binding;
    if (imports.length + values.length < 2) return none;
    const others = values
      .slice(0, maxChoices)
      .map((value) => resolve(value, found.scope, 1, search));
    bases = [...imports.slice(-maxChoices), ...others];
  }
  const first = resolve(expression, scope, 0, search);
  const names = new Set<string>();
  for (const instead of bases)
    if (isKnown(instead)) names.add(resolve(expression, scope, 0, search, instead));
  names.delete(first);
  return names.size === 0 ? none : [...names];
}

const none: readonly string[] = [];

/**
 * The name of an expression within a question; `instead` is what the name that it begins with
 * stands for, where that is known.
 */
export function resolve(
  expression: Expression,
  scope: Scope,
  hops: number,
  search: Search,
  instead?: string,
): string {
  // Chains are followed down in a loop and joined on the way back: they may be thousands long.
  const suffix: string[] = [];
  let current = expression;
  let base: string | null = null;
  while (base === null && suffix.length <= maxChain) {
    switch (current.kind) {
      case "Attribute":
        base = selfAttribute(current, scope, hops, search);
        if (base !== null) break;
        if (current.attr !== "__call__") suffix.push(`.${current.attr}`);
        current = current.value;
        break;
      case "Call":
        base = spelledOut(current, scope, hops, search);
        if (base !== null) break;
        suffix.push("()");
        current = current.func;
        break;
      case "Subscript":
        base = namespaceItem(current, scope, hops, search);
        if (base !== null) break;
        suffix.push("[]");
        current = current.value;
        break;
      case "Await":
      case "NamedExpr":
        current = current.value;
        break;
      case "Name":
        base = instead ?? resolveName(current.id, scope, hops, search);
        break;
      case "IfExp":
        base = firstKnown([current.body, current.orelse], scope, hops, search);
        break;
      case "BoolOp": {
        const operands = current.values.slice(0, maxChoices);
        // `x and x.f` is `x.f`, wherever it is anything.
        base = firstKnown(
          current.op === "and" ? operands.reverse() : operands,
          scope,
          hops,
          search,
        );
        break;
      }
      default:
        base = "?";
    }
  }
  base ??= "?";
  const name = suffix.length === 0 ? base : base + suffix.reverse().join("");
  return isKnown(name) ? canonicalName(name) : name;
}

/** What a name stands for: a qualified name, itself, or itself after `~`. */
export function resolveName(id: string, scope: Scope, hops: number, search: Search): string {
  const found = lookUp(scope, id);
  if (found === null) return usualName(id);
  const { imports, values } = found.binding;
  if (imports.length > 0) return imports[imports.length - 1]!;
  const name =
    values.length === 0 ? null : resolveBinding(found.binding, found.scope, hops, search);
  return name ?? `~${id}`;
}

/** The first known name among the values of a binding, worked out once. */
function resolveBinding(
  binding: Binding,
  scope: Scope,
  hops: number,
  search: Search,
): string | null {
  if (binding.resolved !== undefined) return binding.resolved;
  if (binding.visiting >= 0) {
    // A name that is defined by itself (`x = x.next()`).
    search.lowest = Math.min(search.lowest, binding.visiting);
    return null;
  }
  const lowest = search.lowest;
  search.lowest = Infinity;
  binding.visiting = hops;
  const found = firstKnown(binding.values, scope, hops, search);
  binding.visiting = -1;
  // Nothing found is final only where no other way could lead further than this one did.
  const isFinal = found !== "?" || search.lowest >= hops || hops === 0;
  const name = found === "?" ? null : found;
  if (isFinal) binding.resolved = name;
  search.lowest = isFinal ? lowest : Math.min(lowest, search.lowest);
  return name;
}

/** The first of `values` that has a known name, one hop away; else `?`. */
function firstKnown(
  values: readonly Expression[],
  scope: Scope,
  hops: number,
  search: Search,
): string {
  for (const value of values) {
    if (isOver(hops, search)) break;
    const name = resolve(value, scope, hops + 1, search);
    if (isKnown(name)) return name;
  }
  return "?";
}

/** True where the question has gone far enough or cost enough; takes one step off what is left. */
export function isOver(hops: number, search: Search): boolean {
  if (search.steps-- > 0 && hops < maxHops) return false;
  search.lowest = -1;
  return true;
}

/** What methods of the class assign to `self.name`, where that has a name. */
function selfAttribute(
  node: Extract<Expression, { kind: "Attribute" }>,
  scope: Scope,
  hops: number,
  search: Search,
): string | null {
  if (node.value.kind !== "Name" || node.value.id !== "self") return null;
  const owner = enclosingClass(scope);
  const binding = owner?.attributes.get(node.attr);
  return owner === null || binding === undefined
    ? null
    : resolveBinding(binding, owner, hops, search);
}

function isKnown(name: string): boolean {
  const first = name.charCodeAt(0);
  return first !== 126 && first !== 63;
}
