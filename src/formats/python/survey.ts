import {
  pushChildren,
  type Alias,
  type Assert,
  type Assign,
  type AnnAssign,
  type BinOp,
  type Call,
  type ClassDef,
  type Compare,
  type Constant,
  type Dict,
  type ExceptHandler,
  type Expression,
  type FunctionDef,
  type Import,
  type ImportFrom,
  type JoinedStr,
  type Module,
  type Node,
} from "./nodes.ts";

/** What a name stands for in one scope. */
export interface Binding {
  /** Qualified names that imports bind to it; relative ones begin with a dot. */
  readonly imports: string[];
  /** Expressions that are assigned to it as they are. */
  readonly values: Expression[];
  /** True where it is also bound in a way that is not followed: parameter, loop, unpacking, `def`. */
  isOpaque: boolean;
  /** What `resolve.ts` found that it stands for; `undefined` before it was asked. */
  resolved: string | undefined;
}

/** A module, class, function or lambda with the names that it binds. */
export interface Scope {
  readonly node: Module | ClassDef | FunctionDef | Extract<Expression, { kind: "Lambda" }>;
  readonly parent: Scope | null;
  readonly bindings: Map<string, Binding>;
  /** In a class: what its methods assign to `self.name`. */
  readonly attributes: Map<string, Binding>;
}

/** Everything that one walk over the tree gathers, in the order of the source. */
export interface Survey {
  readonly root: Scope;
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

function bindingIn(bindings: Map<string, Binding>, name: string): Binding {
  let binding = bindings.get(name);
  if (binding === undefined) {
    binding = { imports: [], values: [], isOpaque: false, resolved: undefined };
    bindings.set(name, binding);
  }
  return binding;
}

function bindingOf(scope: Scope, name: string): Binding {
  return bindingIn(scope.bindings, name);
}

function openScope(node: Scope["node"], parent: Scope | null): Scope {
  return { node, parent, bindings: new Map(), attributes: new Map() };
}

/** Binds every name of an assignment target. */
function bindTarget(scope: Scope, target: Expression, value: Expression | null): void {
  switch (target.kind) {
    case "Name": {
      const binding = bindingOf(scope, target.id);
      if (value === null) binding.isOpaque = true;
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
        value !== null && (value.kind === "Tuple" || value.kind === "List") && value.elts.length === target.elts.length
          ? value.elts
          : null;
      target.elts.forEach((element, index) => bindTarget(scope, element, parallel?.[index] ?? null));
      return;
    }
    case "Starred":
      bindTarget(scope, target.value, null);
      return;
    default:
  }
}

/** True where the value begins with a name of the method, which means nothing in its class. */
function isLocal(scope: Scope, value: Expression): boolean {
  let current = value;
  for (;;) {
    if (current.kind === "Call") current = current.func;
    else if (current.kind === "Attribute" || current.kind === "Subscript" || current.kind === "Await") {
      current = current.value;
    } else break;
  }
  return current.kind === "Name" && scope.bindings.has(current.id);
}

/** The class whose method `scope` is in, if any. */
export function enclosingClass(scope: Scope): Scope | null {
  for (let current: Scope | null = scope; current !== null; current = current.parent) {
    if (current.node.kind === "ClassDef") return current;
  }
  return null;
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
    if (alias.name === "*") continue;
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
        bindTarget(outer, node.target, node.value);
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
      case "arg":
        bindingOf(outer, node.arg).isOpaque = true;
        break;
      case "For":
      case "comprehension":
        bindTarget(outer, node.target, null);
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
