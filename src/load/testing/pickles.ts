import { bytesOf } from "../../formats/bytes/source.ts";
import type { ActKind } from "../judge.ts";
import { traceLoad } from "../trace.ts";

export const limits = { maxUnpacked: 64 * 1024 * 1024, maxDepth: 6, maxParts: 1_000 };

/** Bytes of opcodes, each character one byte. */
export function opcodes(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

/** A text of protocol 4, up to 255 bytes. */
export function text(value: string): string {
  return `\x8c${String.fromCharCode(Buffer.byteLength(value))}${Buffer.from(value).toString("latin1")}`;
}

/** STACK_GLOBAL of a module and a name. */
export function global(module: string, name: string): string {
  return `${text(module)}${text(name)}\x93`;
}

/** A pickle of protocol 4 that calls a name with texts. */
export function calling(module: string, name: string, ...args: readonly string[]): Buffer {
  return opcodes(`\x80\x04${global(module, name)}(${args.map(text).join("")}tR.`);
}

/** What is wrong with a file, each kind once. */
export function actsIn(bytes: Buffer): readonly ActKind[] {
  const { parts } = traceLoad(bytesOf(bytes), limits);
  const kinds = parts.flatMap(({ lines }) =>
    lines.flatMap(({ acts = [] }) => acts.map(({ kind }) => kind)),
  );
  return [...new Set(kinds)].toSorted();
}

/** Kinds that are reported as high or critical. */
const grave: ReadonlySet<ActKind> = new Set([
  "runs",
  "calls-unknown",
  "names-dangerous",
  "holds-code",
  "unclear",
  "template",
  "odd-template",
  "escapes",
  "deceives",
  "native",
]);

/** True where a file is reported as high or critical. */
export function isFound(bytes: Buffer): boolean {
  return actsIn(bytes).some((kind) => grave.has(kind));
}
