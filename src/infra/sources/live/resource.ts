// What a live account tells of one thing: a small JSON document, whose positional tree is the body of a
// resource. The tree takes far more memory than the text, so it is made when it is asked for, and of a very
// large account only those that were asked for last are kept.
import { indexLines, type LineIndex } from "../../../core/index.ts";
import type { Dialect, Resource } from "../../resource.ts";
import type { Document, MapValue } from "../../value.ts";
import type { JsonObject } from "./json.ts";
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

/** Text of which the trees are kept; a tree takes about five times as much. */
const keptText = 48 * 1024 * 1024;

/** Turns records into resources of a dialect, with trees that are made when they are asked for. */
export function resourceMaker(dialect: Dialect): (record: LiveRecord) => Resource {
  const recent = new Map<Document, MapValue>();
  let kept = 0;
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
        const known = recent.get(document);
        if (known !== undefined) return known;
        const made = parseDocument(document);
        recent.set(document, made);
        kept += text.length;
        for (const old of kept > keptText ? recent.keys() : []) {
          if (kept <= keptText) break;
          recent.delete(old);
          kept -= old.text.length;
        }
        return made;
      },
    };
  };
}
