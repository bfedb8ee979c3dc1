import {
  accept,
  descend,
  expect,
  previousEnd,
  readName,
  tokenText,
  type Cursor,
} from "./cursor.ts";
import { parseExpressions, parseYield } from "./expressions.ts";
import type { Constant, Expression, FormattedValue, JoinedStr } from "./nodes.ts";
import { foldLineBreaks, literalValue, prefixOf, unescape } from "./strings.ts";
import { T } from "./tokens.ts";

type Part = Constant | FormattedValue;

/** One or more adjacent string literals, joined as Python joins them. */
export function parseStrings(p: Cursor): Expression {
  const start = p.starts[p.at]!;
  if (
    p.kinds[p.at] === T.String &&
    p.kinds[p.at + 1] !== T.String &&
    p.kinds[p.at + 1] !== T.FStart
  ) {
    const { value, isBytes } = literalValue(tokenText(p));
    const end = p.ends[p.at]!;
    p.at++;
    return { kind: "Constant", start, end, parent: null, type: isBytes ? "bytes" : "str", value };
  }
  const parts: Part[] = [];
  let isFormatted = false;
  let isTemplate = false;
  let isBytes = false;
  for (;;) {
    if (p.kinds[p.at] === T.String) {
      const literal = literalValue(tokenText(p));
      isBytes ||= literal.isBytes;
      addText(parts, literal.value, p.starts[p.at]!, p.ends[p.at]!);
      p.at++;
    } else if (p.kinds[p.at] === T.FStart) {
      isFormatted = true;
      const prefix = prefixOf(tokenText(p));
      isTemplate ||= prefix.includes("t");
      p.at++;
      descend(p);
      parseParts(p, parts, { isRaw: prefix.includes("r"), inSpec: false });
      p.depth--;
      expect(p, T.FEnd, "the end of the f-string");
    } else break;
  }
  const end = previousEnd(p);
  if (isFormatted)
    return { kind: "JoinedStr", start, end, parent: null, values: parts, isTemplate };
  const only = parts[0]?.value;
  const value = typeof only === "string" ? only : "";
  return { kind: "Constant", start, end, parent: null, type: isBytes ? "bytes" : "str", value };
}

/** Adds literal text, joining it with literal text before it. Empty text leaves no part. */
function addText(parts: Part[], text: string, start: number, end: number): void {
  if (text === "") return;
  const last = parts[parts.length - 1];
  if (last !== undefined && last.kind === "Constant") {
    parts[parts.length - 1] = { ...last, end, value: `${last.value as string}${text}` };
  } else parts.push({ kind: "Constant", start, end, parent: null, type: "str", value: text });
}

function parseParts(p: Cursor, parts: Part[], mode: { isRaw: boolean; inSpec: boolean }): void {
  for (;;) {
    if (p.kinds[p.at] === T.FMiddle) {
      let text = tokenText(p);
      // Braces first: what an escape stands for is no brace (`\x7b`).
      if (!mode.inSpec) text = text.replaceAll("{{", "{").replaceAll("}}", "}");
      text = mode.isRaw ? foldLineBreaks(text) : unescape(text, false);
      addText(parts, text, p.starts[p.at]!, p.ends[p.at]!);
      p.at++;
    } else if (p.kinds[p.at] === T.LBrace) parseField(p, parts, mode.isRaw);
    else return;
  }
}

/** `{expression=!conversion:spec}` */
function parseField(p: Cursor, parts: Part[], isRaw: boolean): void {
  const start = p.starts[p.at]!;
  p.at++;
  const value = p.kinds[p.at] === T.Yield ? parseYield(p) : parseExpressions(p);
  let conversion: string | null = null;
  if (p.kinds[p.at] === T.Assign) {
    // PEP 701 self-documenting expression: its source text is literal text.
    p.at++;
    addText(parts, p.text.slice(start + 1, p.starts[p.at]), start + 1, previousEnd(p));
    if (p.kinds[p.at] === T.RBrace) conversion = "r";
  }
  if (accept(p, T.Bang)) conversion = readName(p);
  let spec: JoinedStr | null = null;
  if (p.kinds[p.at] === T.Colon) {
    const specStart = p.starts[p.at]!;
    p.at++;
    const values: Part[] = [];
    descend(p);
    parseParts(p, values, { isRaw, inSpec: true });
    p.depth--;
    spec = {
      kind: "JoinedStr",
      start: specStart,
      end: previousEnd(p),
      parent: null,
      values,
      isTemplate: false,
    };
  }
  expect(p, T.RBrace, "`}` in an f-string");
  parts.push({
    kind: "FormattedValue",
    start,
    end: previousEnd(p),
    parent: null,
    value,
    conversion,
    spec,
  });
}
