// Pickles that a text of JSON keeps as base64: nothing in JSON loads them, the program that wrote it does.
import { bytesOf, type ByteSource } from "../formats/bytes/source.ts";
import type { ActKind } from "./judge.ts";
import type { LoadPart } from "./listing.ts";
import { traceLoad, type LoadLimits } from "./trace.ts";

const maxText = 16 * 1024 * 1024;
const maxPickles = 100;
/** The protocol, from 2 to 5, is in the first three letters. */
const kept = /"(gA[I-X][A-Za-z0-9+/_-]{20,}={0,2})(?=")/g;
const grave: ReadonlySet<ActKind> = new Set(["runs", "names-dangerous"]);

/** The pickles in a text that run something, each by its place. */
export function keptPickles(source: ByteSource, limits: LoadLimits): readonly LoadPart[] {
  const text = source.read(0, Math.min(source.size, maxText)).toString("latin1");
  const parts: LoadPart[] = [];
  let count = 0;
  for (const { 1: written = "", index } of text.matchAll(kept)) {
    if (count++ >= maxPickles || limits.isLate?.() === true) break;
    const { path: _, ...inner } = limits;
    const trace = traceLoad(bytesOf(Buffer.from(written, "base64")), inner);
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
