// What a live account tells of one thing: a small JSON document, whose positional tree is the body of a
// resource. The tree takes far more memory than the text, so it is made when it is asked for, and of a
// large account only the last few are kept.
import { indexLines, type LineIndex } from "../../../core/index.ts";
import { parseJson } from "../../../formats/json/parse.ts";
import type { TreeNode } from "../../../formats/setting/tree.ts";
import type { Dialect, Resource } from "../../resource.ts";
import type { Document, MapValue, Place, Value } from "../../value.ts";
import type { JsonObject } from "./json.ts";

/** One thing that an API told of. */
export interface LiveRecord {
  readonly type: string;
  /** Its ARN or full resource name. */
  readonly address: string;
  readonly account?: string;
  readonly region?: string;
  /** JSON of two spaces' indentation. */
  readonly text: string;
}

/** The text of a record's document. */
export function textOfBody(body: JsonObject): string {
  return JSON.stringify(body, null, 2);
}

function documentOf({ address, text }: LiveRecord): Document {
  let lines: LineIndex | undefined;
  return {
    path: address,
    kind: "json",
    text,
    get lines() {
      return (lines ??= indexLines(text));
    },
  };
}

/** Numbers, booleans and null are told from texts by their quotes. */
function scalarOf(value: string, isText: boolean): string | number | boolean | null {
  if (isText) return value;
  if (value === "null") return null;
  if (value === "true" || value === "false") return value === "true";
  return Number(value);
}

function valueOf(node: TreeNode, document: Document): Value {
  const at: Place = { document, start: node.start, end: node.end };
  if (node.kind === "scalar")
    return { kind: "scalar", value: scalarOf(node.value, node.isText), at };
  if (node.kind === "list")
    return { kind: "list", items: node.items.map((item) => valueOf(item, document)), at };
  const [only] = node.entries;
  if (node.entries.length === 1 && only?.key === "$unread" && only.value.kind === "scalar")
    return { kind: "unread", missing: only.value.value, at };
  const entries = node.entries.map(({ key, value }) => [key, valueOf(value, document)] as const);
  return { kind: "map", entries: new Map(entries), at };
}

/** The tree of a document that holds one JSON object. Total: anything else is an empty map. */
export function bodyOfDocument(document: Document): MapValue {
  const [root] = parseJson(document.text).roots;
  const value = root === undefined ? undefined : valueOf(root, document);
  if (value?.kind === "map") return value;
  const at = { document, start: 0, end: document.text.length };
  return { kind: "map", entries: new Map(), at };
}

const keptBodies = 256;

/** Turns records into resources of a dialect, with trees that are made when they are asked for. */
export function resourceMaker(dialect: Dialect): (record: LiveRecord) => Resource {
  const recent = new Map<string, MapValue>();
  return (record) => {
    const { type, address, account, region, text } = record;
    const document = documentOf(record);
    // The first line that says something: what the thing is called.
    const head = /"[^\n]*/.exec(text);
    const start = head?.index ?? 0;
    const end = start + (head?.[0].replace(/,$/, "").length ?? text.length);
    return {
      dialect,
      type,
      address,
      ...(account === undefined ? {} : { account, scope: `${account}/${region ?? ""}` }),
      ...(region === undefined ? {} : { region }),
      at: { document, start, end },
      get body() {
        const known = recent.get(address);
        if (known !== undefined && known.at.document === document) return known;
        const made = bodyOfDocument(document);
        recent.delete(address);
        recent.set(address, made);
        if (recent.size > keptBodies) recent.delete(recent.keys().next().value!);
        return made;
      },
    };
  };
}
