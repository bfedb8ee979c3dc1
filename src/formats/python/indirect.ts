import { canonicalName } from "./canonical.ts";
import { foldConstant } from "./fold.ts";
import type { Call, Expression } from "./nodes.ts";
import { isOver, resolve, resolveName, type Search } from "./resolve.ts";
import type { Scope } from "./scopes.ts";

// Names that are not written as names: given to `getattr` or to an import as a string, or used as
// the key of a mapping that holds what a module does.

/** Longest string that is taken for a name. */
const maxWord = 100;

/** What `getattr(os, "system")` and `importlib.import_module("os")` give, if that is written out. */
export function spelledOut(call: Call, scope: Scope, hops: number, search: Search): string | null {
  const [first, second] = call.args;
  if (first === undefined || !(mayBeWord(first) || (second !== undefined && mayBeWord(second))))
    return null;
  switch (calleeName(call.func, scope, hops, search)) {
    case "getattr": {
      const attribute = second === undefined ? null : word(second, scope);
      if (attribute === null || isOver(hops, search)) return null;
      return `${resolve(first, scope, hops + 1, search)}.${attribute}`;
    }
    case "importlib.import_module":
      return word(first, scope);
    case "__import__": {
      const module = word(first, scope);
      const isWhole = call.args.length > 3 || call.keywords.some(({ arg }) => arg === "fromlist");
      return module === null || isWhole ? module : module.split(".", 1)[0]!;
    }
    default:
      return null;
  }
}

/** The name of a function that is called, worked out only as far as these three need it. */
function calleeName(func: Expression, scope: Scope, hops: number, search: Search): string | null {
  if (func.kind === "Name") return canonicalName(resolveName(func.id, scope, hops, search));
  if (func.kind !== "Attribute") return null;
  const { attr } = func;
  if (attr !== "getattr" && attr !== "import_module" && attr !== "__import__") return null;
  return isOver(hops, search) ? null : resolve(func, scope, hops + 1, search);
}

/** What `sys.modules["os"]`, `os.__dict__["system"]` and `globals()["eval"]` give. */
export function namespaceItem(
  { value, slice }: Extract<Expression, { kind: "Subscript" }>,
  scope: Scope,
  hops: number,
  search: Search,
): string | null {
  if (!mayBeWord(slice)) return null;
  const owner = namespaceOwner(value, scope, hops, search);
  if (owner === null) return null;
  const key = word(slice, scope);
  if (key === null) return null;
  return owner === "" ? resolveName(key, scope, hops, search) : `${owner}.${key}`;
}

/** Whose names a mapping holds: a qualified name, or `""` where they are those in reach. */
function namespaceOwner(
  value: Expression,
  scope: Scope,
  hops: number,
  search: Search,
): string | null {
  switch (value.kind) {
    case "Attribute": {
      const { attr } = value;
      if ((attr !== "__dict__" && attr !== "modules") || isOver(hops, search)) return null;
      if (attr === "__dict__") return resolve(value.value, scope, hops + 1, search);
      return resolve(value, scope, hops + 1, search) === "sys.modules" ? "" : null;
    }
    case "Name":
      return isBuiltins(resolveName(value.id, scope, hops, search)) ? "builtins" : null;
    case "Subscript": {
      const item = isOver(hops, search) ? null : namespaceItem(value, scope, hops + 1, search);
      return item !== null && isBuiltins(item) ? "builtins" : null;
    }
    case "Call": {
      if (value.func.kind !== "Name") return null;
      const { id } = value.func;
      if (id !== "globals" && id !== "locals" && id !== "vars") return null;
      const [of] = value.args;
      if (of === undefined) return "";
      return isOver(hops, search) ? null : resolve(of, scope, hops + 1, search);
    }
    default:
      return null;
  }
}

function isBuiltins(name: string): boolean {
  return name === "__builtins__" || name === "builtins";
}

/** False for what is no string at first sight. */
function mayBeWord(expression: Expression): boolean {
  const { kind } = expression;
  if (kind === "Constant") return expression.type === "str";
  return kind === "Name" || kind === "BinOp" || kind === "JoinedStr";
}

/** A name that is given as a string, put together from constants or not. */
function word(expression: Expression, scope: Scope): string | null {
  if (!mayBeWord(expression)) return null;
  const constant = foldConstant(expression, scope);
  const isWord =
    constant?.type === "str" && constant.value.length <= maxWord && !constant.value.startsWith(".");
  return isWord ? constant.value : null;
}
