import type { TreeNode } from "../../../formats/setting/tree.ts";
import type { Place, Value } from "../../value.ts";
import { maxValues, placeOf, scalarAt, unknownAt } from "../trees.ts";
import type { Template } from "./template.ts";

/** Variables of the `Fn::ForEach` that are being unrolled, and of `Fn::Sub`. */
export type Variables = ReadonlyMap<string, Value>;

/** True, false, or why it cannot be told. */
export type Verdict = boolean | { readonly cause: string };

/** What functions need of one another, so that none of their files imports the others. */
export interface Context {
  readonly template: Template;
  /** How often values and characters were made. */
  readonly spent: { values: number; characters: number };
  /** Addresses of the resources by their logical ids. */
  readonly addresses: ReadonlyMap<string, string>;
  /** What a node comes to; undefined for `AWS::NoValue`. */
  readonly evaluate: (node: TreeNode, variables: Variables) => Value | undefined;
  /** What a condition of the template comes to. */
  readonly decide: (name: string) => Verdict;
  readonly around: Around;
}

/** What a template is given by those that it is deployed with. */
export interface Around {
  /** Parameters that the stack above passes. */
  readonly given?: ReadonlyMap<string, Value>;
  /** An output of a stack within this one; undefined where its template is not here. */
  readonly output?: (stack: string, name: string) => Value | undefined;
  /** What another template exports under a name. */
  readonly imported?: (name: Value) => Value | undefined;
}

/** Characters that all texts of one template may have together, and a text alone. */
const maxCharacters = 16_000_000;
const maxTextLength = 400_000;
const maxParts = 2_000;

/** Where a node stands. */
export function placeIn({ template }: Context, node: { start: number; end: number }): Place {
  return placeOf(template.document, node);
}

/** Counts one more value; false where there have been too many. */
export function spendValue({ spent }: Context): boolean {
  return ++spent.values <= maxValues;
}

/** Puts a text together: plain where all parts are, otherwise a template. Bounded. */
export function textOfParts(
  { spent }: Context,
  at: Place,
  parts: readonly (string | Value)[],
): Value {
  const flat: (string | Value)[] = [];
  let length = 0;
  for (const part of parts) {
    for (const piece of piecesOf(part)) {
      if (piece === "") continue;
      const last = flat.at(-1);
      if (typeof piece === "string") length += piece.length;
      if (length > maxTextLength || flat.length > maxParts)
        return unknownAt(at, "the text is too long to be put together");
      if (typeof piece === "string" && typeof last === "string")
        flat[flat.length - 1] = last + piece;
      else flat.push(piece);
    }
  }
  spent.characters += length;
  if (spent.characters > maxCharacters)
    return unknownAt(at, "the texts of the template are too long to be put together");
  const [first = ""] = flat;
  if (flat.length > 1) return { kind: "template", parts: flat, at };
  if (typeof first === "string") return scalarAt(at, first);
  return first.kind === "unknown" || first.kind === "reference" || first.kind === "choice"
    ? { ...first, at }
    : { kind: "template", parts: [first], at };
}

function piecesOf(part: string | Value): readonly (string | Value)[] {
  if (typeof part === "string") return [part];
  if (part.kind === "template") return part.parts;
  if (part.kind === "scalar") return part.value === null ? [] : [String(part.value)];
  return [part];
}

const maxOptions = 32;

/** Applies to each option of a value that is one of several. */
export function overOptions(
  value: Value | undefined,
  apply: (option: Value | undefined) => Value | undefined,
): Value | undefined {
  if (value?.kind !== "choice") return apply(value);
  const { at, cause } = value;
  const options = value.options
    .slice(0, maxOptions)
    .map((option): Value => apply(option) ?? scalarAt(at, null));
  return { kind: "choice", options, cause, at };
}

/** Why a value is not plain, in words that end a sentence. */
export function causeOf(value: Value | undefined): string {
  switch (value?.kind) {
    case "unknown":
    case "choice":
      return value.cause;
    case "reference":
      return `${[value.resource, ...value.attribute].join(".")} is known only when it exists`;
    case "template": {
      const part = value.parts.find((each) => typeof each !== "string");
      return typeof part === "object" ? causeOf(part) : "it is put together";
    }
    default:
      return "it is of another kind than the function takes";
  }
}
