import type { AssetKind, Location, Span } from "../core/index.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import { hasZipEnd } from "../load/content.ts";
import { graphOf } from "../load/graphs.ts";
import { traceLoad, type LoadLimits, type LoadTrace } from "../load/trace.ts";
import { viewModel, type ListingPart } from "../load/view.ts";
import type { Parsed } from "./parse.ts";

/** Kinds of file in which there may be something that acts when it is loaded. */
export const modelKinds: ReadonlySet<AssetKind> = new Set<AssetKind>([
  "pickle",
  "zip",
  "gzip",
  "tar",
  "numpy",
  "safetensors",
  "gguf",
  "hdf5",
  "onnx",
  "tflite",
  "binary",
  // Of these only what ends as an archive: llamafile.
  "executable",
  // Of these only graphs: PaddlePaddle's JSON, OpenVINO's networks, messages with much text in them.
  "json",
  "text",
]);

/**
 * Finds what a file does when it is loaded, without loading it. Undefined where nothing in it acts
 * and nothing was left unread. Total.
 */
export function parseModel(input: {
  readonly kind: AssetKind;
  readonly path: string;
  readonly source: ByteSource;
  readonly limits: LoadLimits;
}): Parsed | undefined {
  const { kind, path, source, limits } = input;
  if (kind === "executable" && !hasZipEnd(source)) return undefined;
  const isText = kind === "json" || kind === "text";
  const given = { ...limits, path };
  const trace = isText ? traceText(source, given) : traceLoad(source, given);
  if (trace.parts.length === 0 && trace.problems.length === 0) return undefined;
  const { view, listing } = viewModel(trace, { path, kind });
  const { lines, problems, text } = view;
  return {
    views: { model: view },
    problems,
    comments: [],
    lines,
    text,
    locate: (where) => locationIn(listing, where),
    area: (where) => partAt(listing, where) ?? where,
  };
}

function traceText(source: ByteSource, limits: LoadLimits): LoadTrace {
  const model = graphOf({ source, member: "" }, { content: undefined, ...limits });
  if (model === undefined) return { parts: [], problems: [] };
  const { lines, unread } = model;
  return {
    parts: [{ member: "", lines, isNested: false }],
    problems: unread === undefined ? [] : [{ member: "", message: unread, isLimit: true }],
  };
}

function partAt(listing: readonly ListingPart[], { start }: Span): ListingPart | undefined {
  return listing.findLast((part) => part.start <= start);
}

function locationIn(listing: readonly ListingPart[], where: Span): Omit<Location, "path"> {
  const member = partAt(listing, where)?.member ?? "";
  return member === "" ? {} : { member };
}
