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

/** Lines of the document that was asked last: those of a whole account would be as much as its text. */
let last: { readonly document: Document; readonly lines: LineIndex } | undefined;

// Getters are inherited: an object with one of its own takes five times as much memory.
const lazyLines = {
  get lines(): LineIndex {
    const document = this as unknown as Document;
    if (last?.document !== document) last = { document, lines: indexLines(document.text) };
    return last.lines;
  },
};

function documentOf({ address, text }: LiveRecord): Document {
  const own = { path: address, kind: "json" as const, text };
  return Object.assign(Object.create(lazyLines) as typeof lazyLines, own);
}

/** Text of which the trees are kept; a tree takes about five times as much. */
const keptText = 8 * 1024 * 1024;
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

  const lazyBody = {
    get body(): MapValue {
      return treeOf((this as unknown as Resource).at.document);
    },
  };

  /** Of few places, with thousands of things in each. */
  const scopes = new Map<string, string>();
  function scopeOf(account: string, region = ""): string {
    const scope = `${account}/${region}`;
    const known = scopes.get(scope) ?? scope;
    scopes.set(scope, known);
    return known;
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
    const own = { dialect, type, address, at: { document, start, end } };
    return Object.assign(
      Object.create(lazyBody) as typeof lazyBody,
      own,
      account === undefined ? undefined : { account, scope: scopeOf(account, region) },
      region === undefined ? undefined : { region },
    );
  };
}
