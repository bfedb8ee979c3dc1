// Models that are text: XML of OpenVINO, JSON of PaddlePaddle and of Core ML's packages. Checks of texts
// read them as well; here is what happens when they are loaded.
import type { ByteSource } from "../formats/bytes/source.ts";
import { parseJson } from "../formats/json/parse.ts";
import { flatten } from "../formats/setting/flatten.ts";
import { actLine, type ListingLine } from "./listing.ts";
import { mxnetLines } from "./mxnet.ts";
import { openVinoLines } from "./openvino.ts";
import { pirLines } from "./paddle.ts";
import { leavesFolder, type SizeBeside } from "./places.ts";

/** Of a longer text the beginning is read. */
const maxText = 64 * 1024 * 1024;
const maxManifest = 1024 * 1024;

export interface TextModel {
  readonly lines: readonly ListingLine[];
  /** Why it was not read. */
  readonly unread?: string;
}

type Kind = "openvino" | "json";

/** True for the beginning of a text that is a model. */
export function isTextModel(head: Buffer): boolean {
  const text = decoded(head);
  return kindOf(text) !== undefined;
}

function kindOf(text: string): Kind | undefined {
  const first = /^\s*([<{])/.exec(text.slice(0, 1_000))?.[1];
  if (first === "<") return /<net\s[^<>]*\bversion\s*=/.test(text) ? "openvino" : undefined;
  if (first !== "{") return undefined;
  // An escape may stand for a letter of a name.
  return /"(?:base_code|itemInfoEntries|arg_nodes)"|application\/vnd\.ollama\.image|\\u00(?:45|49|5f|6[\da-f]|7[\da])/i.test(
    text,
  )
    ? "json"
    : undefined;
}

/** What a text does when it is loaded; undefined where it is no model. */
export function readTextModel(
  source: ByteSource,
  { path = "", sizeBeside }: { readonly path?: string; readonly sizeBeside?: SizeBeside },
): TextModel | undefined {
  const head = source.read(0, 64);
  if (!/^\s*[<{]/.test(decoded(head))) return undefined;
  const text = decoded(source.read(0, Math.min(source.size, maxText)));
  const kind = kindOf(text);
  if (kind === undefined) return undefined;
  const name = /([^/\\]*)\.[^./\\]*$/.exec(path)?.[1];
  const lines =
    kind === "json"
      ? jsonLines(text)
      : openVinoLines(text, name === undefined ? undefined : sizeBeside?.(`${name}.bin`));
  if (lines === undefined) return undefined;
  if (source.size <= maxText) return { lines };
  return { lines, unread: `only its first ${maxText} bytes were read` };
}

/** By the mark that stands first, or by the zeros of what is ASCII. */
function decoded(bytes: Buffer): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0))
    return new TextDecoder("utf-16le").decode(bytes);
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c))
    return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}

function jsonLines(text: string): readonly ListingLine[] | undefined {
  if (text.includes('"itemInfoEntries"')) return manifestLines(text.slice(0, maxManifest));
  if (text.includes("application/vnd.ollama.image")) return ollamaLines(text.slice(0, maxManifest));
  try {
    const value: unknown = JSON.parse(text);
    return text.includes('"arg_nodes"') ? mxnetLines(value) : pirLines(value);
  } catch {
    return undefined;
  }
}

/** `Manifest.json` of an `.mlpackage`: where its parts lie. */
function manifestLines(text: string): readonly ListingLine[] {
  const lines: ListingLine[] = [{ text: "# package of Core ML" }];
  for (const { key, value } of flatten(parseJson(text).roots).settings) {
    if (!/^itemInfoEntries\..*\.path$/s.test(key) || !leavesFolder(value)) continue;
    const shown = JSON.stringify(value.slice(0, 200));
    const message = `A part of the package is read from ${shown}, outside its folder`;
    if (lines.length < 50) lines.push(actLine(`open(${shown})`, "escapes", message));
  }
  return lines;
}

/** The manifest of a model of Ollama, which made a path of what it calls a digest (CVE-2024-37032). */
function ollamaLines(text: string): readonly ListingLine[] | undefined {
  const lines: ListingLine[] = [];
  for (const { key, value } of flatten(parseJson(text).roots).settings) {
    if (!/(?:^|\.)digest$/.test(key) || /^sha256[:-][\da-f]{64}$/.test(value)) continue;
    const shown = JSON.stringify(value.slice(0, 200));
    if (!leavesFolder(value) || lines.length >= 50) continue;
    lines.push(
      actLine(
        `open(${shown})`,
        "escapes",
        `A layer is read from or written to ${shown}, which is no digest`,
      ),
    );
  }
  return lines.length === 0 ? undefined : [{ text: "# manifest of Ollama" }, ...lines];
}
