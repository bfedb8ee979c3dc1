// safetensors: nothing in it acts, and what it says must hold. Bytes that belong to no tensor are refused by the
// reference reader, not by all others, and are where a file hides another one.
import type { ByteSource } from "../formats/bytes/source.ts";
import type { Payload } from "../formats/pickle/program.ts";
import {
  readSafetensors,
  type SafetensorsGap,
  type TensorPlace,
} from "../formats/safetensors/header.ts";
import { contentOf, headSize } from "./content.ts";
import type { DataModel } from "./data-model.ts";
import { actLine, contradiction, type ListingLine } from "./listing.ts";
import { metadataLines } from "./metadata.ts";
import { hasNativeHeader, nativeKind } from "./native.ts";
import { contentNames } from "./suffix.ts";

/** Fewer bytes hide nothing. */
const leastHidden = 16;
/** Bytes of a gap that are looked at for what they are. */
const maxLooked = 64 * 1024;

/** A safetensors file. Total. */
export function safetensorsModel(source: ByteSource): DataModel {
  const { tensors, metadata, problems, gaps, places } = readSafetensors(source);
  const payloads: Payload[] = [];
  const lines: ListingLine[] = [
    { text: `# safetensors, ${tensors} tensors` },
    ...problems.map(({ message, isBroken }) =>
      isBroken ? contradiction(message) : { text: `# ${message}` },
    ),
  ];
  for (const gap of gaps) {
    const { line, isKnown } = gapLine(source, gap);
    lines.push(line);
    if (isKnown) payloads.push({ at: gap.at, length: gap.length });
  }
  lines.push(...programLines(source, places));
  return { lines: [...lines, ...metadataLines(metadata)], payloads };
}

/** Smaller than any program. */
const leastProgram = 64;
/** Of a tensor, where the header of a program for Windows ends at the latest. */
const maxHeader = 1_024;
const maxTold = 20;

/** Tensors that are whole programs: only a script beside the model can want them, to start them. */
function programLines(source: ByteSource, places: readonly TensorPlace[]): readonly ListingLine[] {
  const lines: ListingLine[] = [];
  for (const { name, at, length } of places) {
    if (length < leastProgram || lines.length >= maxTold) continue;
    const start = source.read(at, Math.min(length, 64));
    if (nativeKind(start) === undefined) continue;
    const head = source.read(at, Math.min(length, maxHeader));
    if (!hasNativeHeader(head)) continue;
    const shown = JSON.stringify(name.slice(0, 80));
    const message = `The tensor ${shown} is machine code (${nativeKind(head)})`;
    lines.push(actLine(`# ${message}`, "native", message));
  }
  return lines;
}

/** What belongs to nothing: a known format and data are hidden, zeros and a few bytes are only odd. */
function gapLine(
  source: ByteSource,
  { at, length, place }: SafetensorsGap,
): { readonly line: ListingLine; readonly isKnown: boolean } {
  const inner: ByteSource = {
    size: length,
    read: (from, count) => source.read(at + from, Math.max(0, Math.min(count, length - from))),
  };
  const head = inner.read(0, maxLooked);
  const content = contentOf(head.subarray(0, headSize), inner);
  const message = `${length} bytes ${place} belong to ${place.startsWith("behind") ? "none" : "no tensor"}`;
  if (content !== undefined)
    return { line: hidden(`${message}, and are ${contentNames[content]}`), isKnown: true };
  const data = head.reduce((count, byte) => count + (byte === 0 ? 0 : 1), 0);
  if (data < leastHidden) return { line: contradiction(message), isKnown: false };
  const what = isText(head) ? "text" : "data";
  return { line: hidden(`${message}, and are ${what}`), isKnown: false };
}

function hidden(message: string): ListingLine {
  return actLine(`# ${message}`, "hides", `It hides something: ${message}`);
}

function isText(bytes: Buffer): boolean {
  return bytes.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
}
