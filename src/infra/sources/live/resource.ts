// What a live account tells of one thing: a small JSON document, whose positional tree is the body of a
// resource. The tree takes far more memory than the text, so it is made when it is asked for, and of a very
// large account not all are kept.
import { setFlagsFromString } from "node:v8";
import { indexLines, type LineIndex } from "../../../core/index.ts";
import type { Dialect, Resource } from "../../resource.ts";
import type { Document, MapValue } from "../../value.ts";
import type { JsonObject } from "./json.ts";
import { withoutSecrets } from "./secrets.ts";
import { parseDocument } from "./parse.ts";

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

/** The text of a record's document, without the secrets in it. */
export function textOfBody(body: JsonObject): string {
  const text = JSON.stringify(body, null, 2);
  const clean = withoutSecrets(body, text);
  return clean === body ? text : JSON.stringify(clean, null, 2);
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

/** Text of which the trees are kept; a tree takes about five times as much. */
const keptText = 24 * 1024 * 1024;
/** Resources from which on an account is large. */
const many = 3_000;
/** Trees that are kept for a while where there is no more room. */
const recentTrees = 64;

/** Turns records into resources of a dialect, with trees that are made when they are asked for. */
export function resourceMaker(dialect: Dialect): (record: LiveRecord) => Resource {
  const kept = new Map<Document, MapValue>();
  const recent = new Map<Document, MapValue>();
  let size = 0;
  let count = 0;

  /** Checks go through all resources one after the other: to keep the last read would be to keep none. */
  function treeOf(document: Document): MapValue {
    const known = kept.get(document) ?? recent.get(document);
    if (known !== undefined) return known;
    const made = parseDocument(document);
    const { length } = document.text;
    if (size + length <= keptText) {
      kept.set(document, made);
      size += length;
      return made;
    }
    recent.set(document, made);
    if (recent.size > recentTrees) recent.delete(recent.keys().next().value!);
    return made;
  }

  return (record) => {
    const { type, address, account, region, text } = record;
    // Tens of thousands of calls and trees leave much behind, which V8 would rather keep than look through:
    // to wait for the network costs more than to look.
    if (++count === many) setFlagsFromString("--optimize-for-size");
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
        return treeOf(document);
      },
    };
  };
}
