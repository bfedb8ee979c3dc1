import { pushChildren } from "./children.ts";
import type {
  Alias,
  Arg,
  Arguments,
  Assert,
  Assign,
  AnnAssign,
  BinOp,
  Call,
  ClassDef,
  Compare,
  ComprehensionFor,
  Constant,
  Dict,
  ExceptHandler,
  Expression,
  FunctionDef,
  Global,
  Import,
  ImportFrom,
  JoinedStr,
  Module,
  Node,
} from "./nodes.ts";
import {
  bindingIn,
  bindingOf,
  enclosingClass,
  openScope,
  outsideComprehensions,
  type Scope,
} from "./scopes.ts";

/** Everything that one walk over the tree gathers, in the order of the source. */
export interface Survey {
  readonly root: Scope;
  /** By the node that opens them. */
  readonly scopes: ReadonlyMap<Node, Scope>;
  readonly calls: readonly { readonly node: Call; readonly scope: Scope }[];
  readonly strings: readonly Constant[];
  readonly joined: readonly JoinedStr[];
  readonly asserts: readonly Assert[];
  readonly handlers: readonly ExceptHandler[];
  readonly functions: readonly FunctionDef[];
  readonly classes: readonly ClassDef[];
  readonly imports: readonly (Import | ImportFrom)[];
  readonly assigns: readonly (Assign | AnnAssign)[];
  readonly binaries: readonly BinOp[];
  readonly compares: readonly Compare[];
  readonly dicts: readonly Dict[];
}

/** Binds every name of an assignment target. */
function bindTarget(scope: Scope, target: Expression, value: Expression | null): void {
  switch (target.kind) {
    case "Name": {
      const binding = bindingOf(scope, target.id);
      const isElsewhere = scope.declared !== null && scope.declared.has(target.id);
      if (value === null || (isElsewhere && isLocal(scope, value))) binding.isOpaque = true;
      else binding.values.push(value);
      return;
    }
    case "Attribute":
      if (value !== null && target.value.kind === "Name" && target.value.id === "self") {
        const owner = enclosingClass(scope);
        if (owner === null || isLocal(scope, value)) return;
        bindingIn(owner.attributes, target.attr).values.push(value);
      }
      return;
    case "Tuple":
    case "List": {
      const parallel =
        value !== null &&
        (value.kind === "Tuple" || value.kind === "List") &&
        value.elts.length === target.elts.length
          ? value.elts
          : null;
      target.elts.forEach((element, index) =>
        bindTarget(scope, element, parallel?.[index] ?? null),
      );
      return;
    }
    case "Starred":
      bindTarget(scope, target.value, null);
      return;
    default:
  }
}

/** True where the value begins with a name of this scope, which means nothing further out. */
function isLocal(scope: Scope, value: Expression): boolean {
  let current = value;
  for (;;) {
    if (current.kind === "Call") current = current.func;
    else if (
      current.kind === "Attribute" ||
      current.kind === "Subscript" ||
      current.kind === "Await"
    ) {
      current = current.value;
    } else break;
  }
  return current.kind === "Name" && scope.bindings.has(current.id);
}

/** Binds parameters, with their defaults as what they may stand for. */
function bindParameters(scope: Scope, node: Arguments): void {
  const { posonlyargs, args, defaults, kwonlyargs, kwDefaults } = node;
  let index = defaults.length - posonlyargs.length - args.length;
  for (const arg of posonlyargs) bindParameter(scope, arg, defaults[index++]);
  for (const arg of args) bindParameter(scope, arg, defaults[index++]);
  index = 0;
  for (const arg of kwonlyargs) bindParameter(scope, arg, kwDefaults[index++]);
  if (node.vararg !== null) bindParameter(scope, node.vararg, null);
  if (node.kwarg !== null) bindParameter(scope, node.kwarg, null);
}

function bindParameter(scope: Scope, { arg }: Arg, value: Expression | null | undefined): void {
  // `def f(x, len=len)`: the parameter stands for what the name means outside.
  if (value?.kind === "Name" && value.id === arg) return;
  const binding = bindingIn(scope.bindings, arg);
  binding.isOpaque = true;
  if (value) binding.values.push(value);
}

function declare(scope: Scope, node: Global, root: Scope): void {
  scope.declared ??= new Map();
  for (const name of node.names) {
    let owner: Scope = root;
    if (node.kind === "Nonlocal") {
      owner = scope.parent ?? root;
      while (owner.parent !== null && (owner.node.kind === "ClassDef" || !owner.bindings.has(name)))
        owner = owner.parent;
    }
    if (owner !== scope) scope.declared.set(name, owner);
  }
}

function bindImport(scope: Scope, node: Import): void {
  for (const alias of node.names) {
    if (alias.asname !== null) bindingOf(scope, alias.asname).imports.push(alias.name);
    else {
      const dot = alias.name.indexOf(".");
      const first = dot < 0 ? alias.name : alias.name.slice(0, dot);
      const { imports } = bindingOf(scope, first);
      if (!imports.includes(first)) imports.push(first);
    }
  }
}

function bindImportFrom(scope: Scope, node: ImportFrom): void {
  const prefix = ".".repeat(node.level) + (node.module ?? "");
  for (const alias of node.names) {
    if (alias.name === "*") continue; // Names that it binds are guessed at by `resolve.ts`.
    bindingOf(scope, alias.asname ?? alias.name).imports.push(joinName(prefix, alias));
  }
}

function joinName(prefix: string, alias: Alias): string {
  return prefix === "" || prefix.endsWith(".") ? prefix + alias.name : `${prefix}.${alias.name}`;
}

/**
 * Walks the tree once, without recursion (trees may be thousands of levels deep), sets parents,
 * collects scopes with their bindings, and sorts nodes into lists for checks.
 */
export function survey(module: Module): Survey {
  const root = openScope(module, null);
  const scopes = new Map<Node, Scope>([[module, root]]);
  const calls: { node: Call; scope: Scope }[] = [];
  const strings: Constant[] = [];
  const joined: JoinedStr[] = [];
  const asserts: Assert[] = [];
  const handlers: ExceptHandler[] = [];
  const functions: FunctionDef[] = [];
  const classes: ClassDef[] = [];
  const imports: (Import | ImportFrom)[] = [];
  const assigns: (Assign | AnnAssign)[] = [];
  const binaries: BinOp[] = [];
  const compares: Compare[] = [];
  const dicts: Dict[] = [];

  const stack: Node[] = [module];
  const scopeStack: Scope[] = [root];
  while (stack.length > 0) {
    const node = stack.pop()!;
    const outer = scopeStack.pop()!;
    let inner = outer;
    switch (node.kind) {
      case "Name":
      case "Attribute":
        break;
      case "Constant":
        if (node.type === "str" || node.type === "bytes") strings.push(node);
        continue;
      case "Call":
        calls.push({ node, scope: outer });
        break;
      case "Assign":
        assigns.push(node);
        for (const target of node.targets) bindTarget(outer, target, node.value);
        break;
      case "AnnAssign":
        assigns.push(node);
        if (node.value !== null) bindTarget(outer, node.target, node.value);
        break;
      case "AugAssign":
        bindTarget(outer, node.target, null);
        break;
      case "NamedExpr":
        bindTarget(outsideComprehensions(outer), node.target, node.value);
        break;
      case "FunctionDef":
        functions.push(node);
        bindingOf(outer, node.name).isOpaque = true;
        inner = openScope(node, outer);
        scopes.set(node, inner);
        break;
      case "Lambda":
        inner = openScope(node, outer);
        scopes.set(node, inner);
        break;
      case "ClassDef":
        classes.push(node);
        bindingOf(outer, node.name).isOpaque = true;
        inner = openScope(node, outer);
        scopes.set(node, inner);
        break;
      case "arguments":
        bindParameters(outer, node);
        // Defaults and annotations are evaluated outside of the function.
        inner = outer.parent ?? outer;
        break;
      case "TypeVar":
      case "TypeVarTuple":
      case "ParamSpec":
        if (node.parent?.kind !== "TypeAlias") bindingOf(outer, node.name).isOpaque = true;
        break;
      case "Global":
      case "Nonlocal":
        declare(outer, node, root);
        break;
      case "For":
      case "comprehension":
        bindTarget(outer, node.target, null);
        break;
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
      case "DictComp":
        inner = openScope(node, outer);
        scopes.set(node, inner);
        break;
      case "withitem":
        if (node.vars !== null) bindTarget(outer, node.vars, node.context);
        break;
      case "ExceptHandler":
        handlers.push(node);
        if (node.name !== null) bindingOf(outer, node.name).isOpaque = true;
        break;
      case "Import":
        imports.push(node);
        bindImport(outer, node);
        break;
      case "ImportFrom":
        imports.push(node);
        bindImportFrom(outer, node);
        break;
      case "Assert":
        asserts.push(node);
        break;
      case "JoinedStr":
        joined.push(node);
        break;
      case "BinOp":
        binaries.push(node);
        break;
      case "Compare":
        compares.push(node);
        break;
      case "Dict":
        dicts.push(node);
        break;
      default:
    }
    const before = stack.length;
    pushChildren(node, stack);
    for (let low = before, high = stack.length - 1; low < high; low++, high--) {
      const swapped = stack[low]!;
      stack[low] = stack[high]!;
      stack[high] = swapped;
    }
    for (let index = before; index < stack.length; index++) {
      stack[index]!.parent = node;
      scopeStack.push(inner);
    }
    if (node.kind === "FunctionDef" || node.kind === "ClassDef") {
      // The stack is in reverse, so that the body comes before what stands outside of it.
      for (let index = before + node.body.length; index < stack.length; index++) {
        const { kind } = stack[index]!;
        if (kind !== "arguments" && kind !== "TypeVar") scopeStack[index] = outer;
      }
    } else if (node.kind === "comprehension" && isFirst(node)) {
      // In reverse: target on top, then the iterable.
      scopeStack[stack.length - 2] = outer.parent ?? outer;
    }
  }
  return {
    root,
    scopes,
    calls,
    strings,
    joined,
    asserts,
    handlers,
    functions,
    classes,
    imports,
    assigns,
    binaries,
    compares,
    dicts,
  };
}

/** True for the `for` of a comprehension whose iterable is evaluated outside of it. */
function isFirst(node: ComprehensionFor): boolean {
  const { parent } = node;
  return parent !== null && "generators" in parent && parent.generators[0] === node;
}
