import type { Expression, Node } from "./nodes.ts";
import { enclosingClass, type Binding, type Scope, type Survey } from "./survey.ts";

/** How many assignments are followed from one name to the next. */
const maxHops = 6;
/** Longest chain of attributes and calls that is given a name. */
const maxChain = 60;

/**
 * Modules that stand for others: the same functions under an older, private or re-exporting name.
 * Only whole modules whose members have the same names; the longest prefix wins.
 */
const canonicalModules: ReadonlyMap<string, string> = new Map([
  ["cPickle", "pickle"],
  ["_pickle", "pickle"],
  ["six.moves.cPickle", "pickle"],
  ["six.moves.urllib", "urllib"],
  ["builtins", ""],
  ["__builtin__", ""],
  ["__builtins__", ""],
  ["tensorflow.keras", "keras"],
  ["tensorflow.python.keras", "keras"],
  ["tf_keras", "keras"],
  ["tensorflow.compat.v1.keras", "keras"],
  ["tensorflow.compat.v1", "tensorflow"],
  ["tensorflow.compat.v2", "tensorflow"],
  ["tensorflow.io.gfile", "tensorflow.gfile"],
  ["os.path.os", "os"],
  ["posix", "os"],
  ["nt", "os"],
]);

/** Rewrites the first parts of a qualified name where another module is meant by them. */
export function canonicalName(name: string): string {
  for (let dot = name.indexOf("."); ; dot = name.indexOf(".", dot + 1)) {
    const prefix = dot < 0 ? name : name.slice(0, dot);
    const other = canonicalModules.get(prefix);
    if (other !== undefined) {
      const longer = dot < 0 ? undefined : longerPrefix(name, dot);
      if (longer !== undefined) return longer;
      const rest = dot < 0 ? "" : name.slice(dot + 1);
      return other === "" ? rest : rest === "" ? other : `${other}.${rest}`;
    }
    if (dot < 0) return name;
  }
}

function longerPrefix(name: string, from: number): string | undefined {
  const dot = name.indexOf(".", from + 1);
  const prefix = dot < 0 ? name : name.slice(0, dot);
  const other = canonicalModules.get(prefix);
  if (other === undefined) return undefined;
  return dot < 0 ? other : `${other}.${name.slice(dot + 1)}`;
}

/** The scope that a node stands in. */
export function scopeAt(facts: Survey, node: Node): Scope {
  for (let current: Node | null = node.parent; current !== null; current = current.parent) {
    const scope = facts.scopes.get(current);
    if (scope !== undefined) return scope;
  }
  return facts.root;
}

/** The binding that `name` has in `scope`, by Python's rule that functions do not see class scopes. */
export function lookUp(scope: Scope, name: string): { binding: Binding; scope: Scope } | null {
  for (let current: Scope | null = scope; current !== null; current = current.parent) {
    if (current !== scope && current.node.kind === "ClassDef") continue;
    const binding = current.bindings.get(name);
    if (binding !== undefined) return { binding, scope: current };
  }
  return null;
}

/**
 * The qualified name of what an expression stands for: `np.load` after `import numpy as np` is
 * `numpy.load`, `app.run` after `app = flask.Flask(…)` is `flask.Flask().run`. What a local name
 * holds that cannot be told begins with `~`, what has no name at all is `?`.
 */
export function qualifiedName(expression: Expression, scope: Scope): string {
  return resolve(expression, scope, 0);
}

function resolve(expression: Expression, scope: Scope, hops: number): string {
  // Chains are followed down in a loop and joined on the way back: they may be thousands long.
  const suffix: string[] = [];
  let current = expression;
  let base = "?";
  chain: for (;;) {
    if (suffix.length > maxChain) break;
    switch (current.kind) {
      case "Attribute": {
        const attribute = selfAttribute(current, scope, hops);
        if (attribute !== null) {
          base = attribute;
          break chain;
        }
        suffix.push(`.${current.attr}`);
        current = current.value;
        break;
      }
      case "Call":
        suffix.push("()");
        current = current.func;
        break;
      case "Subscript":
        suffix.push("[]");
        current = current.value;
        break;
      case "Await":
      case "NamedExpr":
        current = current.value;
        break;
      case "Name":
        base = resolveName(current.id, scope, hops);
        break chain;
      default:
        break chain;
    }
  }
  const name = suffix.length === 0 ? base : base + suffix.reverse().join("");
  return isKnown(name) ? canonicalName(name) : name;
}

function resolveName(id: string, scope: Scope, hops: number): string {
  const found = lookUp(scope, id);
  if (found === null) return id;
  const { imports } = found.binding;
  if (imports.length > 0) return imports[imports.length - 1]!;
  return resolveBinding(found.binding, found.scope, hops) ?? `~${id}`;
}

/** The first known name among the values of a binding, worked out once. */
function resolveBinding(binding: Binding, scope: Scope, hops: number): string | null {
  if (binding.resolved !== undefined) return binding.resolved === "" ? null : binding.resolved;
  if (hops >= maxHops) return null;
  // A name that is defined by itself (`x = x.next()`) finds this and stops.
  binding.resolved = "";
  for (const value of binding.values) {
    const name = resolve(value, scope, hops + 1);
    if (isKnown(name)) {
      binding.resolved = name;
      return name;
    }
  }
  return null;
}

/** What methods of the class assign to `self.name`, where that has a name. */
function selfAttribute(node: Extract<Expression, { kind: "Attribute" }>, scope: Scope, hops: number): string | null {
  if (node.value.kind !== "Name" || node.value.id !== "self") return null;
  const owner = enclosingClass(scope);
  const binding = owner?.attributes.get(node.attr);
  return owner === null || binding === undefined ? null : resolveBinding(binding, owner, hops);
}

function isKnown(name: string): boolean {
  const first = name.charCodeAt(0);
  return first !== 126 && first !== 63;
}
