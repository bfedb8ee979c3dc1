import type { Problem } from "../../core/index.ts";
import { parseJson } from "../../formats/json/parse.ts";
import type { ScalarNode, TreeNode, Trees } from "../../formats/setting/tree.ts";
import { parseYaml } from "../../formats/yaml/parse.ts";
import type { SourceProblem } from "../resource.ts";
import type { Document, Place, Scalar, Unknown, Value } from "../value.ts";

/** Values that a source makes of one document at most; loops and macros multiply what is written. */
export const maxValues = 200_000;

/** The trees of a document: JSON where it is, otherwise YAML, of which most JSON is a part. */
export function treesOf({ text, kind }: Document): Trees {
  const isBraced = /^[\s\ufeff]{0,1000}[{[]/.test(text);
  if (kind === "json" || isBraced) {
    const trees = parseJson(text);
    // Braces open YAML too, as in `{Resources: …}` or a template of Helm.
    if (kind === "json" || trees.problems.length === 0) return trees;
  }
  return parseYaml(text);
}

/** Where a part of a document stands. */
export function placeOf(
  document: Document,
  { start, end }: { readonly start: number; readonly end: number },
): Place {
  return { document, start, end };
}

/** A plain value; `at` is not always where it is written: a default counts where it is used. */
export function scalarAt(at: Place, value: Scalar["value"]): Scalar {
  return { kind: "scalar", value, at };
}

/** A value that cannot be told. */
export function unknownAt(at: Place, cause: string): Unknown {
  return { kind: "unknown", cause, at };
}

const number = /^-?(?:0|[1-9]\d{0,15})(?:\.\d{1,20})?(?:[eE][-+]?\d{1,3})?$/;

/**
 * What a scalar means. Only what reads the same in YAML 1.1, 1.2 and JSON is taken for more than
 * text: account ids that begin with 0 and `yes` stay as they are written.
 */
export function plainOf({ value, isText }: ScalarNode): Scalar["value"] {
  if (isText) return value;
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  if (/^(?:null|Null|NULL|~|)$/.test(value)) return null;
  if (number.test(value)) {
    const read = Number(value);
    if (Number.isFinite(read) && (!Number.isInteger(read) || Number.isSafeInteger(read)))
      return read;
  }
  return value;
}

/** Counts what is made of a document. */
export interface Budget {
  values: number;
}

/** A tree as it is written; what goes past the budget is unknown. Depth is bounded by the parsers. */
export function valueOfTree(document: Document, node: TreeNode, budget: Budget): Value {
  const at = placeOf(document, node);
  if (++budget.values > maxValues) return unknownAt(at, `it stands past ${maxValues} values`);
  if (node.kind === "scalar") return scalarAt(at, plainOf(node));
  if (node.kind === "list") {
    const items = node.items.map((item) => valueOfTree(document, item, budget));
    return { kind: "list", items, at };
  }
  const entries = new Map<string, Value>();
  for (const { key, value } of node.entries) entries.set(key, valueOfTree(document, value, budget));
  return { kind: "map", entries, at };
}

/** What the parsers complain of, for people. */
export function problemsOf(document: Document, problems: readonly Problem[]): SourceProblem[] {
  return problems.map(({ reason, message, at }) => ({
    message: reason === "limit" ? `not read to its end: ${message}` : `cannot be read: ${message}`,
    at: placeOf(document, { start: at, end: at }),
  }));
}
