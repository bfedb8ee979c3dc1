// Pickles that a text of JSON keeps as base64: nothing in JSON loads them, the program that wrote it does.
import { bytesOf, type ByteSource } from "../formats/bytes/source.ts";
import type { ActKind } from "./judge.ts";
import type { LoadPart } from "./listing.ts";
import { traceLoad, type LoadLimits } from "./trace.ts";

const maxText = 16 * 1024 * 1024;
/** Most are small, and read in no time; `isLate` ends what is not. */
const maxPickles = 5_000;
/**
 * In the first letters is the protocol, from 2 to 5, or a name that a pickle of an older one begins with, or the mark
 * of what is packed. JSON may escape any letter.
 */
const start =
  /"(?:data:[\w./+-]{0,60};base64,)?(?=gA[I-X]|Y[0-3][\w+/]|H4sI|eJ[wxyz]|e[FNA][oprq]|QlpoO|\\?\/Td6WFo|\\u00[67])/g;
const shortest = 24;

/** Texts that may be base64 of a pickle; no loop of an expression runs over one of them, which may be megabytes. */
function* written(text: string): Generator<{ readonly written: string; readonly index: number }> {
  for (const { 0: opening, index } of text.matchAll(start)) {
    const from = index + opening.length;
    const end = text.indexOf('"', from);
    if (end < 0) return;
    const found = text.slice(from, end);
    if (found.length >= shortest && !/[^A-Za-z0-9+/_\\=-]/.test(found))
      yield { written: found, index };
  }
}

function decoded(letters: string): Buffer {
  const plain = letters
    .replaceAll(/\\u00([0-7][\da-f])/gi, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    )
    .replaceAll(/\\(?:n|r|t|(?=\/))/g, "");
  return Buffer.from(plain, "base64");
}
const grave: ReadonlySet<ActKind> = new Set(["runs", "names-dangerous"]);

/** The pickles in a text that run something, each by its place. */
export function keptPickles(source: ByteSource, limits: LoadLimits): readonly LoadPart[] {
  const text = source.read(0, Math.min(source.size, maxText)).toString("latin1");
  const parts: LoadPart[] = [];
  let count = 0;
  for (const { written: letters, index } of written(text)) {
    if (count++ >= maxPickles || limits.isLate?.() === true) break;
    const { path: _, ...inner } = limits;
    const trace = traceLoad(bytesOf(decoded(letters)), inner);
    const member = `text at ${index + 1}`;
    for (const part of trace.parts) {
      if (!part.lines.some(({ acts = [] }) => acts.some((act) => grave.has(act.kind)))) continue;
      parts.push({
        ...part,
        member: [member, part.member].filter(Boolean).join("!"),
        isNested: true,
      });
    }
  }
  return parts;
}
