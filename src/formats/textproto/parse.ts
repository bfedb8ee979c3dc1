// The text form of Protocol Buffers: https://protobuf.dev/reference/protobuf/textformat-spec/ . Names
// and types of messages are not needed to see which texts are set where.
import type { Span } from "../../core/index.ts";

/** A scalar of a message. */
export interface TextField extends Span {
  /** Names of the fields from the outermost one, joined by dots. */
  readonly path: string;
  /** The texts behind one another are one; numbers and names as written. */
  readonly value: string;
  /** The `key` that stands beside it or beside a message around it: the name of a map's entry. */
  readonly key: string | undefined;
}

export interface TextMessage {
  readonly fields: readonly TextField[];
  /** Where it stops to be the text of a message; undefined where it does not. */
  readonly brokenAt: number | undefined;
}

const maxDepth = 100;
const maxFields = 50_000;

interface Open {
  readonly name: string;
  readonly close: string;
  /** The place in `fields` where its own begin. */
  readonly from: number;
}

type Draft = { -readonly [K in keyof TextField]: TextField[K] };

const token =
  /([A-Za-z_][\w.-]*)|(\[[\w./-]+\])(?=\s*[:{<])|("(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')|([-+]?[\d.][\w.+-]*)|([{}<>[\]:-])/y;

/** Reads a message. Total and linear. */
export function parseTextMessage(text: string): TextMessage {
  const fields: Draft[] = [];
  const open: Open[] = [];
  let name: string | undefined;
  let isValue = false;
  let last: Draft | undefined;
  let next = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  function put(value: string, { start, end }: Span): void {
    const path = [...open.map((one) => one.name), name ?? ""]
      .filter((part) => part !== "")
      .join(".");
    last = { path, value, key: undefined, start, end };
    fields.push(last);
    isValue = false;
  }
  function leave({ from }: Open): void {
    const inner = fields.slice(from);
    const key = inner.find(({ path }) => /(?:^|\.)key$/.test(path))?.value;
    for (const field of inner) field.key ??= key;
  }

  for (;;) {
    const at = afterBlanks(text, next);
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) {
      const isWhole = at === text.length && open.length === 0;
      return { fields, brokenAt: isWhole ? undefined : at };
    }
    next = token.lastIndex;
    const span = { start: at, end: next };
    const [, word, extension, quoted, number, sign] = found;
    const isList = open.at(-1)?.close === "]";
    if (fields.length > maxFields || open.length > maxDepth) return { fields, brokenAt: at };
    if (quoted !== undefined) {
      if (isValue || isList)
        put(textOf(quoted), { start: span.end - quoted.length, end: span.end });
      else if (last !== undefined && name === undefined) last.value += textOf(quoted);
      else return { fields, brokenAt: at };
      if (!isList) name = undefined;
      continue;
    }
    if (sign === undefined || sign === "-") {
      const written = word ?? number ?? extension ?? "-";
      if (sign === "-") continue;
      if (isValue || isList) {
        put(written, { start: span.end - written.length, end: span.end });
        if (!isList) name = undefined;
      } else name = written;
      last = undefined;
      continue;
    }
    last = undefined;
    if (sign === ":") isValue = true;
    else if (sign === "{" || sign === "<" || sign === "[") {
      const close = sign === "{" ? "}" : sign === "<" ? ">" : "]";
      open.push({ name: isList ? "" : (name ?? ""), close, from: fields.length });
      if (sign !== "[") name = undefined;
      else if (!isList) name = "";
      isValue = false;
    } else {
      const top = open.pop();
      if (top === undefined || top.close !== sign) return { fields, brokenAt: at };
      if (sign !== "]") leave(top);
      name = undefined;
      isValue = false;
    }
  }
}

/** Behind blanks, separators and comments. By hand: a pattern would try all ways to part them. */
function afterBlanks(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    if (text[at] === "#") {
      const end = text.indexOf("\n", at);
      if (end < 0) return text.length;
      at = end;
    } else if (!/[\s,;]/.test(text[at]!)) break;
  }
  return at;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

function textOf(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(
      /\\(?:x([\da-fA-F]{1,2})|([0-7]{1,3})|u([\da-fA-F]{4})|([^]))/g,
      (_, hex?: string, octal?: string, wide?: string, letter?: string) => {
        if (letter !== undefined) return escapes[letter] ?? letter;
        const code = octal === undefined ? parseInt(hex ?? wide ?? "0", 16) : parseInt(octal, 8);
        return String.fromCharCode(code);
      },
    );
}
