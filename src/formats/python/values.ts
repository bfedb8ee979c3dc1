import { foldConstant, type Folded } from "./fold.ts";
import type { Call, Expression, Keyword } from "./nodes.ts";
import { lookUp, qualifiedName } from "./resolve.ts";
import type { Scope } from "./survey.ts";

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
    const { node } = this;
    if (node.kind === "List" || node.kind === "Tuple" || node.kind === "Set") return node.elts.length > 0;
    if (node.kind === "Dict") return node.keys.length > 0;
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
    let current = this.node;
    let { scope } = this;
    for (let hops = 0; hops < 6 && current.kind === "Name"; hops++) {
      const found = lookUp(scope, current.id);
      if (found === null || found.binding.isOpaque || found.binding.imports.length > 0) break;
      const [value, ...others] = found.binding.values;
      if (value === undefined || others.length > 0) break;
      current = value;
      scope = found.scope;
    }
    return current;
  }

  /** The elements of a list, tuple or set that is written out; else undefined. */
  elements(): readonly PythonValue[] | undefined {
    const origin = this.origin();
    if (origin.kind !== "List" && origin.kind !== "Tuple" && origin.kind !== "Set") return undefined;
    return origin.elts.map((element) => new PythonValue(element, this.scope));
  }
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

  constructor(node: Call, scope: Scope) {
    this.node = node;
    this.start = node.start;
    this.end = node.end;
    this.name = qualifiedName(node.func, scope);
    this.method = this.name.slice(this.name.lastIndexOf(".") + 1);
    this.scope = scope;
  }

  /** Positional argument, unless a `*` unpacking comes before it. */
  positional(index: number): PythonValue | undefined {
    const { args } = this.node;
    for (let before = 0; before <= index; before++) {
      if (args[before] === undefined || args[before]!.kind === "Starred") return undefined;
    }
    return new PythonValue(args[index]!, this.scope);
  }

  /** Keyword argument, also from a `**` of a dict that is written in this file. */
  keyword(name: string): PythonValue | undefined {
    for (const keyword of this.node.keywords) {
      if (keyword.arg === name) return new PythonValue(keyword.value, this.scope);
    }
    for (const keyword of this.node.keywords) {
      if (keyword.arg !== null) continue;
      const value = unpackedItem(keyword, { name, scope: this.scope });
      if (value !== undefined) return new PythonValue(value, this.scope);
    }
    return undefined;
  }

  /** The argument of a parameter that may be given by position or by name. */
  argument(index: number, name: string): PythonValue | undefined {
    return this.keyword(name) ?? this.positional(index);
  }

  /**
   * True where the callee is written out: an imported or global name with attributes, no variable,
   * no result of a call. Tools without data flow see only these.
   */
  isWrittenOut(): boolean {
    let current = this.node.func;
    while (current.kind === "Attribute") current = current.value;
    if (current.kind !== "Name") return false;
    const found = lookUp(this.scope, current.id);
    return found === null || found.binding.imports.length > 0;
  }

  /** True where arguments come from a `*` or `**` that cannot be followed. */
  hasUnknownArguments(): boolean {
    if (this.node.args.some((argument) => argument.kind === "Starred")) return true;
    return this.node.keywords.some((keyword) => keyword.arg === null && unpackedDict(keyword, this.scope) === undefined);
  }
}

function unpackedDict(keyword: Keyword, scope: Scope): Expression | undefined {
  const origin = new PythonValue(keyword.value, scope).origin();
  if (origin.kind === "Dict") return origin;
  return origin.kind === "Call" && origin.func.kind === "Name" && origin.func.id === "dict" && origin.args.length === 0
    ? origin
    : undefined;
}

function unpackedItem(keyword: Keyword, wanted: { name: string; scope: Scope }): Expression | undefined {
  const { name, scope } = wanted;
  const origin = unpackedDict(keyword, scope);
  if (origin?.kind === "Dict") {
    const index = origin.keys.findIndex((key) => key?.kind === "Constant" && key.value === name);
    return index < 0 ? undefined : origin.values[index];
  }
  if (origin?.kind === "Call") return origin.keywords.find((item) => item.arg === name)?.value;
  return undefined;
}
