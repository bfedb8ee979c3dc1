import type { Span } from "../../core/index.ts";
import type { Expression, Name, Statement } from "../python/nodes.ts";
import { elementOf, lowerAccess } from "./chains.ts";
import { lowerExpression } from "./expressions.ts";
import { madeUpName, type Lowering } from "./lowering.ts";
import { assign, attribute, either, integer, name, spanOf, unknown } from "./make.ts";
import { lowerKey } from "./objects.ts";
import type { BabelExpression, BabelPattern } from "./types.ts";

/** What a pattern is bound to. */
export interface Binding {
  readonly value: Expression;
  /** The place of the assignments that come of it. */
  readonly at: Span;
  readonly out: Statement[];
  /** True for a declaration, false where names are assigned to that exist. */
  readonly declares?: boolean;
}

/** Lowers what stands left of `=` or is counted up: a name, an attribute or a subscript. */
export function lowerTarget(l: Lowering, node: BabelPattern | BabelExpression): Expression {
  switch (node.type) {
    case "Identifier":
      l.frame.assigned.add(node.name);
      return name(node.name, spanOf(node));
    case "MemberExpression":
    case "OptionalMemberExpression":
      return lowerAccess(l, node);
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
    case "TypeCastExpression":
    case "ParenthesizedExpression":
      return lowerTarget(l, node.expression);
    default:
      return unknown(spanOf(node));
  }
}

/**
 * Assigns a value to a pattern: `{ a, b: [c] } = v` becomes `a = v.a; c = v.b[0]`. A value that is
 * more than a name is kept under one of our own, so that it is there once.
 */
export function bindPattern(l: Lowering, pattern: BabelPattern, binding: Binding): void {
  const { value, at, out, declares = false } = binding;
  switch (pattern.type) {
    case "Identifier":
      if (declares) l.frame.declared.add(pattern.name);
      else l.frame.assigned.add(pattern.name);
      out.push(assign([name(pattern.name, spanOf(pattern))], value, at));
      return;
    case "AssignmentPattern": {
      const fallback = lowerExpression(l, pattern.right);
      const given = either([value, fallback], value);
      bindPattern(l, pattern.left, { ...binding, value: given });
      return;
    }
    case "RestElement":
      bindPattern(l, pattern.argument, binding);
      return;
    case "ObjectPattern": {
      const source = keep(value, spanOf(pattern), binding);
      for (const property of pattern.properties) {
        const where = spanOf(property);
        if (property.type === "RestElement") {
          const rest = property.argument as BabelPattern;
          bindPattern(l, rest, { value: source(where), at: where, out, declares });
          continue;
        }
        const key = lowerKey(l, property);
        const word = key.kind === "Constant" ? key.value : undefined;
        const item: Expression =
          typeof word === "string"
            ? attribute(source(where), word, where)
            : { kind: "Subscript", ...where, parent: null, value: source(where), slice: key };
        const inner = property.value as BabelPattern;
        bindPattern(l, inner, { value: item, at: where, out, declares });
      }
      return;
    }
    case "ArrayPattern": {
      const source = keep(value, spanOf(pattern), binding);
      for (const [index, element] of pattern.elements.entries()) {
        if (element === null) continue;
        const where = spanOf(element);
        const item =
          element.type === "RestElement" ? restOf(source(where), index, where) : undefined;
        bindPattern(l, element, {
          value: item ?? elementOf(source(where), index, where),
          at: where,
          out,
          declares,
        });
      }
      return;
    }
    default:
      out.push(assign([lowerTarget(l, pattern)], value, at));
  }
}

/** The value under a name, as many times as it is needed. */
function keep(value: Expression, where: Span, { at, out }: Binding): (where: Span) => Name {
  if (value.kind === "Name") return (span) => name(value.id, span);
  const id = madeUpName("value", where);
  out.push(assign([name(id, where)], value, at));
  return (span) => name(id, span);
}

function restOf(value: Expression, from: number, { start, end }: Span): Expression {
  const at = { start, end, parent: null };
  const slice: Expression = {
    kind: "Slice",
    ...at,
    lower: integer(from, at),
    upper: null,
    step: null,
  };
  return { kind: "Subscript", ...at, value, slice };
}
