import type { Span } from "../../core/index.ts";
import type { Alias, Expression, Import } from "../python/nodes.ts";
import { lowerExpression, type AnyExpression } from "./expressions.ts";
import { madeUpName, type Lowering } from "./lowering.ts";
import { attribute, call, integer, name, spanOf, text } from "./make.ts";
import { isLocalModule, moduleName } from "./modules.ts";
import type { BabelArgument, BabelExpressionOf } from "./types.ts";

type Member = BabelExpressionOf<"MemberExpression" | "OptionalMemberExpression">;
type Invocation = BabelExpressionOf<"CallExpression" | "OptionalCallExpression" | "NewExpression">;
type Link =
  | Member
  | Invocation
  | BabelExpressionOf<"TaggedTemplateExpression" | "ImportExpression">;

/** What TypeScript and Babel wrap around a `require` when they write CommonJS. */
const interop = /^_*(?:importDefault|importStar|interopRequire(?:Default|Wildcard)|toESM)$/;

/** `a.b(c).d`: followed down in a loop, since such chains may be thousands of links long. */
export function lowerChain(l: Lowering, node: Link): Expression {
  const links: Link[] = [];
  let current: AnyExpression = node;
  let base: Expression | undefined;
  while (base === undefined) {
    const module = moduleOf(current);
    if (module !== undefined) base = importBefore(l, module, spanOf(current));
    else if (isMember(current)) {
      links.push(current);
      current = current.object;
    } else if (isInvocation(current)) {
      links.push(current);
      current = current.callee;
    } else if (current.type === "TaggedTemplateExpression") {
      links.push(current);
      current = current.tag;
    } else if (current.type === "TSNonNullExpression") current = current.expression;
    else if (current.type === "ImportExpression") {
      const at = spanOf(current);
      base = call(name("import", at), [lowerExpression(l, current.source)], at);
    } else base = lowerExpression(l, current);
  }
  for (let index = links.length - 1; index >= 0; index--) base = follow(l, base, links[index]!);
  return base;
}

function isMember(node: AnyExpression): node is Member {
  return node.type === "MemberExpression" || node.type === "OptionalMemberExpression";
}

function isInvocation(node: AnyExpression): node is Invocation {
  return (
    node.type === "CallExpression" ||
    node.type === "OptionalCallExpression" ||
    node.type === "NewExpression"
  );
}

function follow(l: Lowering, base: Expression, link: Link): Expression {
  const at = spanOf(link);
  switch (link.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return member(l, base, link);
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      return invoke(l, base, link);
    case "TaggedTemplateExpression": {
      const { quasis, expressions } = link.quasi;
      // As the tag itself gets them: the fixed parts apart, so that it can bind the others.
      const elts = quasis.map((each) => text(each.value.cooked ?? each.value.raw, spanOf(each)));
      const parts: Expression = { kind: "List", ...spanOf(link.quasi), parent: null, elts };
      const values = expressions.map((each) => lowerExpression(l, each as AnyExpression));
      return call(base, [parts, ...values], at);
    }
    default:
      return base;
  }
}

/** `a.b`, and `a["b"]` which is the same. */
function member(l: Lowering, value: Expression, node: Member): Expression {
  const at = spanOf(node);
  const { property } = node;
  if (property.type === "PrivateName") return attribute(value, `#${property.id.name}`, at);
  if (!node.computed && property.type === "Identifier") {
    const isPackage = property.name === "default" && isPackageItself(l, value);
    return isPackage ? value : attribute(value, property.name, at);
  }
  const slice = lowerExpression(l, property);
  if (slice.kind === "Constant" && typeof slice.value === "string" && isWord(slice.value))
    return attribute(value, slice.value, at);
  return { kind: "Subscript", ...at, parent: null, value, slice };
}

function isWord(key: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(key);
}

function isPackageItself(l: Lowering, value: Expression): boolean {
  if (value.kind === "Await") return isPackageItself(l, value.value);
  return value.kind === "Name" && l.packages.has(value.id);
}

/** The same for a target: an attribute or a subscript. */
export function lowerAccess(l: Lowering, node: Member): Expression {
  return member(l, lowerExpression(l, node.object), node);
}

function invoke(l: Lowering, func: Expression, node: Invocation): Expression {
  const at = spanOf(node);
  const args = node.arguments.map((each) => lowerExpression(l, each));
  const [first] = args;
  if (first !== undefined && args.length === 1 && node.type !== "NewExpression") {
    // What these return is called like what they were given.
    const word = func.kind === "Attribute" ? func.attr : func.kind === "Name" ? func.id : "";
    if (word === "promisify") return first;
    if (word === "bind" && func.kind === "Attribute") return func.value;
  }
  const isSuper = node.callee.type === "Super" && node.type === "CallExpression";
  return call(isSuper ? attribute(func, "__init__", spanOf(node.callee)) : func, args, at);
}

/** The module of `require("x")`, `import("x")` and of what compilers write around them. */
export function moduleOf(node: AnyExpression | null | undefined): string | undefined {
  if (node === null || node === undefined) return undefined;
  if (node.type === "AwaitExpression") {
    const { argument } = node;
    return argument.type === "ImportExpression" ? specifierOf(argument.source) : undefined;
  }
  if (node.type === "ImportExpression") return specifierOf(node.source);
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return undefined;
  const [first] = node.arguments;
  if (node.callee.name === "require" && node.arguments.length === 1) return specifierOf(first);
  if (!interop.test(node.callee.name) || first?.type !== "CallExpression") return undefined;
  const { callee } = first;
  if (callee.type !== "Identifier" || callee.name !== "require") return undefined;
  return specifierOf(first.arguments[0]);
}

function specifierOf(node: BabelArgument | undefined): string | undefined {
  if (node?.type === "StringLiteral") return node.value;
  if (node?.type === "TemplateLiteral" && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** Imports a module under a name of our own before the statement that asks for it. */
function importBefore(l: Lowering, specifier: string, at: Span): Expression {
  const id = madeUpName("module", at);
  l.frame.declared.add(id);
  l.before.push(importAs(l, specifier, id, at));
  return name(id, at);
}

/** The statement that binds a module to a name. */
export function importAs(l: Lowering, specifier: string, asname: string, at: Span): Import {
  if (!isLocalModule(specifier)) l.packages.add(asname);
  const { start, end } = at;
  const alias: Alias = {
    kind: "alias",
    start,
    end,
    parent: null,
    name: moduleName(specifier),
    asname,
  };
  return { kind: "Import", start, end, parent: null, names: [alias] };
}

/** An element of what an array pattern takes apart. */
export function elementOf(value: Expression, index: number, at: Span): Expression {
  const { start, end } = at;
  return { kind: "Subscript", start, end, parent: null, value, slice: integer(index, at) };
}
