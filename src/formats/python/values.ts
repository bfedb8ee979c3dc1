import { canonicalName } from "./canonical.ts";
import { foldConstant, type Folded } from "./fold.ts";
import type { Call, Dict, Expression, Keyword } from "./nodes.ts";
import { qualifiedName } from "./resolve.ts";
import { lookUp, soleValue, type Scope } from "./scopes.ts";

/** How many names are followed to where a value is written out. */
const maxHops = 20;
/** Dicts that are unpacked in one another, and keys of all of them, that one argument is sought in. */
const maxDicts = 50;
const maxKeys = 500;
/** Elements of a list, tuple or set that are looked at. */
const maxElements = 1000;

// Classes, against the habit: a file has thousands of calls, and methods on a prototype cost
// nothing for those that no check looks at.

/** An expression with what can be said about it. */
export class PythonValue {
  readonly node: Expression;
  readonly start: number;
  readonly end: number;
  readonly scope: Scope;

  constructor(node: Expression, scope: Scope) {
    this.node = node;
    this.start = node.start;
    this.end = node.end;
    this.scope = scope;
  }

  /** The constant that it is, names followed; undefined where that cannot be told. */
  constant(): Folded | undefined {
    return foldConstant(this.node, this.scope);
  }

  /** True where it is known to be that constant. */
  is(wanted: string | number | boolean | null): boolean {
    const constant = this.constant();
    return constant !== undefined && constant.value === wanted;
  }

  /** True where it is known to be true or false in a condition, and which. */
  truth(): boolean | undefined {
    const { node } = this.followed();
    if (node.kind === "List" || node.kind === "Tuple" || node.kind === "Set") {
      const isUnpacked = node.elts.slice(0, maxElements).every(({ kind }) => kind === "Starred");
      return truthOfSize(node.elts.length, isUnpacked);
    }
    if (node.kind === "Dict") {
      const isUnpacked = node.keys.slice(0, maxKeys).every((key) => key === null);
      return truthOfSize(node.keys.length, isUnpacked);
    }
    const constant = this.constant();
    return constant === undefined ? undefined : Boolean(constant.value);
  }

  /** The string that it is known to be. */
  string(): string | undefined {
    const constant = this.constant();
    return constant?.type === "str" ? constant.value : undefined;
  }

  /** The qualified name of what it stands for. */
  name(): string {
    return qualifiedName(this.node, this.scope);
  }

  /** The expression itself, or the one that was assigned to its name, once and only there. */
  origin(): Expression {
    return this.followed().node;
  }

  /** The same with the scope that its own names are looked up in. */
  private followed(): { readonly node: Expression; readonly scope: Scope } {
    let { node, scope } = this;
    for (let hops = 0; hops < maxHops && node.kind === "Name"; hops++) {
      const sole = soleValue(scope, node.id);
      if (sole === null) break;
      node = sole.value;
      scope = sole.scope;
    }
    return { node, scope };
  }

  /** The elements of a list, tuple or set that is written out, the first thousand; else undefined. */
  elements(): readonly PythonValue[] | undefined {
    const { node, scope } = this.followed();
    if (node.kind !== "List" && node.kind !== "Tuple" && node.kind !== "Set") return undefined;
    return node.elts.slice(0, maxElements).map((element) => new PythonValue(element, scope));
  }

  /** The value of a key of a dict that is written out, as a display or as `dict(…)`. */
  item(name: string): PythonValue | undefined {
    return this.findItem(name, { dicts: maxDicts, keys: maxKeys });
  }

  /** The same as a part of a larger search; dicts may be unpacked in one another without end. */
  findItem(name: string, budget: Budget): PythonValue | undefined {
    if (budget.dicts-- <= 0) return undefined;
    const { node, scope } = this.followed();
    if (isDictCall(node)) return findKeyword(node.keywords, { name, scope, budget });
    return node.kind === "Dict" ? findInDisplay(node, { name, scope, budget }) : undefined;
  }

  /** True for such a dict, all of whose keys are written out too. */
  isWrittenOutDict(): boolean {
    const { node } = this.followed();
    if (isDictCall(node)) return node.keywords.every(({ arg }) => arg !== null);
    if (node.kind !== "Dict" || node.keys.length > maxKeys) return false;
    return node.keys.every((key) => key !== null);
  }

  /** What a `*` before it unpacks; undefined where that is not written out. */
  unpacked(): readonly PythonValue[] | undefined {
    const { node, scope } = this.followed();
    if (node.kind !== "List" && node.kind !== "Tuple") return undefined;
    if (node.elts.length > maxElements || node.elts.some(({ kind }) => kind === "Starred"))
      return undefined;
    return node.elts.map((element) => new PythonValue(element, scope));
  }
}

function truthOfSize(size: number, isUnpacked: boolean): boolean | undefined {
  if (size === 0) return false;
  return isUnpacked ? undefined : true;
}

/** A call with its arguments in reach. */
export class PythonCall {
  readonly node: Call;
  readonly start: number;
  readonly end: number;
  /** Qualified name of what is called, see `qualifiedName`. */
  readonly name: string;
  /** Last part of the name: the function or method. */
  readonly method: string;
  readonly scope: Scope;

  constructor(node: Call, scope: Scope, name: string = qualifiedName(node.func, scope)) {
    this.node = node;
    this.start = node.start;
    this.end = node.end;
    this.name = name;
    this.method = this.name.slice(this.name.lastIndexOf(".") + 1);
    this.scope = scope;
  }

  /** Positional argument; what is unpacked with `*` counts where it is written out in this file. */
  positional(index: number): PythonValue | undefined {
    let before = 0;
    for (const argument of this.node.args) {
      if (argument.kind === "Starred") {
        const elements = new PythonValue(argument.value, this.scope).unpacked();
        if (elements === undefined) return undefined;
        if (index < before + elements.length) return elements[index - before];
        before += elements.length;
      } else if (before++ === index) return new PythonValue(argument, this.scope);
    }
    return undefined;
  }

  /** Keyword argument, also from a `**` of a dict that is written in this file. */
  keyword(name: string): PythonValue | undefined {
    return findKeyword(this.node.keywords, {
      name,
      scope: this.scope,
      budget: { dicts: maxDicts, keys: maxKeys },
    });
  }

  /** The argument of a parameter that may be given by position or by name. */
  argument(index: number, name: string): PythonValue | undefined {
    return this.keyword(name) ?? this.positional(index);
  }

  /**
   * True where the callee is written out under its name: an imported or global name with
   * attributes, no variable, no result of a call, no star of an import, no older name of a module.
   * Tools without data flow see only these.
   */
  isWrittenOut(): boolean {
    const attributes: string[] = [];
    let current = this.node.func;
    for (; current.kind === "Attribute"; current = current.value) attributes.push(current.attr);
    if (current.kind !== "Name") return false;
    const found = lookUp(this.scope, current.id);
    if (found !== null && found.binding.imports.length === 0) return false;
    // Of several imports they know the last that gives a name to something else.
    const { id } = current;
    const base = found?.binding.imports.findLast((name) => name !== id) ?? id;
    return isSpelling([base, ...attributes.reverse()].join("."), this.name);
  }

  /** True where arguments come from a `*` or `**` that cannot be followed. */
  hasUnknownArguments(): boolean {
    const { scope } = this;
    return (
      this.node.args.some(
        (argument) =>
          argument.kind === "Starred" &&
          new PythonValue(argument.value, scope).unpacked() === undefined,
      ) || this.node.keywords.some((keyword) => isUnknownUnpacking(keyword, scope))
    );
  }
}

/** True where `written` is `name`, or a way to write it that other tools know too. */
function isSpelling(written: string, name: string): boolean {
  return (
    written === name || (written.startsWith("six.moves.urllib.") && canonicalName(written) === name)
  );
}

/** What a search may still look at. */
interface Budget {
  dicts: number;
  keys: number;
}

interface Wanted {
  readonly name: string;
  readonly scope: Scope;
  readonly budget: Budget;
}

function findKeyword(
  keywords: readonly Keyword[],
  { name, scope, budget }: Wanted,
): PythonValue | undefined {
  for (const { arg, value } of keywords) if (arg === name) return new PythonValue(value, scope);
  for (const { arg, value } of keywords) {
    if (arg !== null) continue;
    const item = new PythonValue(value, scope).findItem(name, budget);
    if (item !== undefined) return item;
  }
  return undefined;
}

/** Of several items with the same key the last one counts, as at run time. */
function findInDisplay(
  { keys, values }: Dict,
  { name, scope, budget }: Wanted,
): PythonValue | undefined {
  for (let index = keys.length - 1; index >= 0; index--) {
    const key = keys[index];
    const value = values[index];
    if (value === undefined || budget.keys-- <= 0) return undefined;
    if (key) {
      if (key.kind === "Constant" && key.value !== name) continue;
      const constant = foldConstant(key, scope);
      if (constant?.type === "str" && constant.value === name) return new PythonValue(value, scope);
    } else {
      const item = new PythonValue(value, scope).findItem(name, budget);
      if (item !== undefined) return item;
    }
  }
  return undefined;
}

function isDictCall(node: Expression): node is Call {
  return (
    node.kind === "Call" &&
    node.func.kind === "Name" &&
    node.func.id === "dict" &&
    node.args.length === 0
  );
}

function isUnknownUnpacking({ arg, value }: Keyword, scope: Scope): boolean {
  return arg === null && !new PythonValue(value, scope).isWrittenOutDict();
}
