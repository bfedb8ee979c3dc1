import type {
  ClassDef,
  Comprehension,
  DictComp,
  Expression,
  FunctionDef,
  Lambda,
  Module,
  Node,
} from "./nodes.ts";

/** What a name stands for in one scope. */
export interface Binding {
  /** Qualified names that imports bind to it; relative ones begin with a dot. */
  readonly imports: string[];
  /** Expressions that are assigned to it as they are, or that a parameter has as its default. */
  readonly values: Expression[];
  /** True where it is also bound in a way that is not followed: parameter, loop, unpacking, `def`. */
  isOpaque: boolean;
  /** What `resolve.ts` found that its values stand for; `null` for nothing. */
  resolved: string | null | undefined;
  /** While that is being worked out: how many hops away the question was; else -1. */
  visiting: number;
}

/** A module, class, function, lambda or comprehension with the names that it binds. */
export interface Scope {
  readonly node: Module | ClassDef | FunctionDef | Lambda | Comprehension | DictComp;
  readonly parent: Scope | null;
  readonly bindings: Map<string, Binding>;
  /** In a class: what its methods assign to `self.name`. */
  readonly attributes: Map<string, Binding>;
  /** Names that are bound further out: `global` and `nonlocal`. */
  declared: Map<string, Scope> | null;
}

/** A scope without names. */
export function openScope(node: Scope["node"], parent: Scope | null): Scope {
  const attributes = node.kind === "ClassDef" ? new Map<string, Binding>() : noAttributes;
  return { node, parent, bindings: new Map(), attributes, declared: null };
}

/** Shared by all that are no classes: nothing is ever put in. */
const noAttributes = new Map<string, Binding>();

/** The binding of `name` in a map of them, made where there is none. */
export function bindingIn(bindings: Map<string, Binding>, name: string): Binding {
  let binding = bindings.get(name);
  if (binding === undefined) {
    binding = { imports: [], values: [], isOpaque: false, resolved: undefined, visiting: -1 };
    bindings.set(name, binding);
  }
  return binding;
}

/** The binding that a statement in `scope` binds `name` to. */
export function bindingOf(scope: Scope, name: string): Binding {
  const owner = scope.declared === null ? scope : (scope.declared.get(name) ?? scope);
  return bindingIn(owner.bindings, name);
}

/** The class whose body or method `scope` is in, if any. */
export function enclosingClass(scope: Scope): Scope | null {
  for (let current: Scope | null = scope; current !== null; current = current.parent) {
    if (current.node.kind === "ClassDef") return current;
  }
  return null;
}

/** The scope of the function, class or module that a comprehension stands in; others as they are. */
export function outsideComprehensions(scope: Scope): Scope {
  let current = scope;
  while (isComprehension(current.node) && current.parent !== null) current = current.parent;
  return current;
}

function isComprehension(node: Node): node is Comprehension | DictComp {
  return (
    node.kind === "ListComp" ||
    node.kind === "SetComp" ||
    node.kind === "GeneratorExp" ||
    node.kind === "DictComp"
  );
}

/** The binding that `name` has in `scope`, by Python's rule that functions do not see class scopes. */
export function lookUp(
  scope: Scope,
  name: string,
): { readonly binding: Binding; readonly scope: Scope } | null {
  for (let current: Scope | null = scope; current !== null; current = current.parent) {
    if (current !== scope && current.node.kind === "ClassDef") continue;
    const binding = current.bindings.get(name);
    if (binding !== undefined) return { binding, scope: current };
  }
  return null;
}

/** The expression that is assigned to `name`, where that happens once and nothing else binds it. */
export function soleValue(
  scope: Scope,
  name: string,
): { readonly value: Expression; readonly scope: Scope } | null {
  const found = lookUp(scope, name);
  if (found === null || found.binding.isOpaque || found.binding.imports.length > 0) return null;
  const { values } = found.binding;
  const value = values[0];
  return value === undefined || values.length > 1 ? null : { value, scope: found.scope };
}

/** The scope that the names in `node` are looked up in. */
export function scopeAt(
  facts: { readonly root: Scope; readonly scopes: ReadonlyMap<Node, Scope> },
  node: Node,
): Scope {
  let below: Node | null = null;
  let child = node;
  for (let current = node.parent; current !== null; current = current.parent) {
    const scope = facts.scopes.get(current);
    if (scope !== undefined && isInside(scope.node, child, below)) return scope;
    below = child;
    child = current;
  }
  return facts.root;
}

/** Decorators, bases, defaults, annotations and the first iterable are evaluated further out. */
function isInside(owner: Scope["node"], child: Node, below: Node | null): boolean {
  switch (owner.kind) {
    case "Module":
      return true;
    case "Lambda":
      return child === owner.body;
    case "FunctionDef":
    case "ClassDef":
      return owner.body.length > 0 && child.start >= owner.body[0]!.start;
    default:
      return child !== owner.generators[0] || below !== owner.generators[0].iter;
  }
}
