import type { Span } from "../../core/index.ts";
import type { ClassDef, Expression, FunctionDef, Statement } from "../python/nodes.ts";
import { lowerExpression, type AnyExpression } from "./expressions.ts";
import { argument, argumentsOf, lowerFunction } from "./functions.ts";
import { closedOver, gathering, openFrame, within, type Lowering } from "./lowering.ts";
import {
  assign,
  attribute,
  bodyOf,
  call,
  expressionStatement,
  functionOf,
  name,
  spanOf,
} from "./make.ts";
import { lowerStatements } from "./statements.ts";
import type { BabelClass, BabelClassMember } from "./types.ts";

/** What is gathered of a class while its members are gone through. */
interface Members {
  readonly body: Statement[];
  /** What happens to each new object: fields with their values. */
  readonly fields: Statement[];
  constructor: Extract<BabelClassMember, { type: "ClassMethod" }> | undefined;
}

/** Lowers a class; what is lifted out of its fields and decorators stands before it. */
export function lowerClass(l: Lowering, node: BabelClass, id: string): ClassDef {
  const at = spanOf(node);
  const inner = spanOf(node.body);
  const bases = node.superClass ? [lowerExpression(l, node.superClass)] : [];
  const decorators = lowerDecorators(l, node);
  const members: Members = { body: [], fields: [], constructor: undefined };
  const { before } = gathering(l, () => {
    for (const member of node.body.body) lowerMember(l, member, members);
  });
  const made = lowerConstructor(l, members, { at: inner, isDerived: bases.length > 0 });
  const body = [...before, ...(made === undefined ? [] : [made]), ...members.body];
  return {
    kind: "ClassDef",
    ...at,
    parent: null,
    name: id,
    bases,
    keywords: [],
    body: bodyOf(body, { start: inner.start, end: inner.start }),
    decorators,
    typeParams: [],
  };
}

function lowerDecorators(
  l: Lowering,
  node: { readonly decorators?: readonly { readonly expression: AnyExpression }[] | null },
): readonly Expression[] {
  return (node.decorators ?? []).map(({ expression }) => lowerExpression(l, expression));
}

/** `constructor` is `__init__`, and sets the fields; a class with fields alone gets one for them. */
function lowerConstructor(
  l: Lowering,
  { fields, constructor }: Members,
  where: { readonly at: Span; readonly isDerived: boolean },
): FunctionDef | undefined {
  if (constructor !== undefined)
    return lowerFunction(l, constructor, { id: "__init__", isMethod: true, first: fields });
  const [first] = fields;
  if (first === undefined) return undefined;
  const at = { start: where.at.start, end: where.at.start };
  const args = argumentsOf(
    { args: [argument("self", at)], vararg: argument("args", at), defaults: [] },
    at,
  );
  const base = call(
    attribute(call(name("super", at), [], at), "__init__", at),
    [{ kind: "Starred", ...at, parent: null, value: name("args", at) }],
    at,
  );
  const body = where.isDerived ? [expressionStatement(base, at), ...fields] : fields;
  return functionOf({ id: "__init__", args, body: bodyOf(body, at) }, where.at);
}

function lowerMember(l: Lowering, member: BabelClassMember, members: Members): void {
  const at = spanOf(member);
  switch (member.type) {
    case "ClassMethod":
    case "ClassPrivateMethod": {
      if (!member.body) return; // An overload or an abstract method.
      if (member.kind === "constructor" && member.type === "ClassMethod") {
        members.constructor = member;
        return;
      }
      const decorators = [...lowerDecorators(l, member)];
      const id = keyOf(l, member);
      if (member.static) decorators.push(name("classmethod", at));
      if (member.kind === "get") decorators.push(name("property", at));
      if (member.kind === "set") decorators.push(attribute(name(id, at), "setter", at));
      members.body.push(lowerFunction(l, member, { id, isMethod: true, decorators }));
      return;
    }
    case "ClassProperty":
    case "ClassPrivateProperty":
    case "ClassAccessorProperty": {
      const { value } = member;
      const id = keyOf(l, member);
      if (!value) return;
      if (value.type === "ArrowFunctionExpression" || value.type === "FunctionExpression") {
        members.body.push(lowerFunction(l, value, { id, isMethod: true }));
        return;
      }
      if (member.static) {
        members.body.push(assign([name(id, spanOf(member.key))], lowerExpression(l, value), at));
        return;
      }
      const frame = openFrame(false);
      const { value: lowered, before } = gathering(l, () =>
        within(l, frame, () => lowerExpression(l, value)),
      );
      const where = spanOf(member.key);
      const target = attribute(name("self", where), id, where);
      members.fields.push(...closedOver(frame, at), ...before, assign([target], lowered, at));
      return;
    }
    case "StaticBlock":
      members.body.push(...lowerStatements(l, member.body));
      return;
    default:
  }
}

function keyOf(
  l: Lowering,
  member: { readonly key: { readonly type: string }; readonly computed?: boolean },
): string {
  const key = member.key as AnyExpression | { readonly type: "PrivateName"; id: { name: string } };
  if (key.type === "PrivateName" && "id" in key) return `#${key.id.name}`;
  if (key.type === "Identifier" && !member.computed) return key.name;
  const lowered = lowerExpression(l, key);
  return lowered.kind === "Constant" ? String(lowered.value) : "?";
}
