import type { AssetKind, Location, Span } from "../core/index.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import { isTextModel } from "../load/boosters-text.ts";
import { hasZipEnd } from "../load/content.ts";
import { disguisedLines, isEverywhere, isModelName } from "../load/disguised.ts";
import type { ReadWord } from "../load/folder/word.ts";
import { graphOf } from "../load/graphs.ts";
import { keptPickles } from "../load/kept-pickles.ts";
import type { ListingLine } from "../load/listing.ts";
import { looseLines } from "../load/loose-texts.ts";
import { hasPromise } from "../load/suffix.ts";
import { traceLoad, type LoadLimits, type LoadTrace } from "../load/trace.ts";
import { viewModel, type ListingPart } from "../load/view.ts";
import type { Parsed } from "./parse.ts";

const scriptKinds: readonly AssetKind[] = ["shell", "python", "javascript"];
/** Kinds of file in which there may be something that acts when it is loaded. */
export const modelKinds: ReadonlySet<AssetKind> = new Set<AssetKind>([
  "pickle",
  "zip",
  "gzip",
  "tar",
  "7z",
  "numpy",
  "safetensors",
  "gguf",
  "hdf5",
  "onnx",
  "tflite",
  "parquet",
  "binary",
  // Of these only what ends as an archive, llamafile, or is called what it is not; of images the first.
  "executable",
  "image",
  // Of these only what begins as a model of XGBoost, LightGBM or CatBoost does, and graphs: PaddlePaddle's
  // JSON, OpenVINO's networks, messages with much text in them.
  "json",
  "text",
  // Of these only what its tags name.
  "yaml",
  // Of these only what is called a model.
  ...scriptKinds,
]);
const textKinds: ReadonlySet<AssetKind> = new Set<AssetKind>([
  "json",
  "text",
  "yaml",
  ...scriptKinds,
]);

/** What programs for every system are called. */
const everywhereName = /\.(?:llamafile|com|exe|ape)$/i;

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
  const isNamed = isModelName(path, limits.sizeBeside);
  if (scriptKinds.includes(kind) && !isNamed) return undefined;
  if (kind === "executable" && !hasZipEnd(source) && !hasPromise(path) && !isNamed)
    if (!everywhereName.test(path) || !isEverywhere(source.read(0, 8))) return undefined;
  if (kind === "image" && !hasZipEnd(source)) return undefined;
  const given = { ...limits, path };
  const isGraph = textKinds.has(kind) && !isTextModel(source.read(0, 512));
  const known = isGraph ? traceGraph(source, { ...given, kind }) : traceLoad(source, given);
  const trace = withDisguise(known, disguisedLines(source, given));
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
    word: wordOf(trace, kind),
  };
}

/** Adds what the name of a file hides, where that was not said. */
function withDisguise(trace: LoadTrace, lines: readonly ListingLine[]): LoadTrace {
  const isSaid = trace.parts.some((part) =>
    part.lines.some(({ acts = [] }) => acts.some(({ kind }) => kind === "lies")),
  );
  if (isSaid || lines.length === 0) return trace;
  return { ...trace, parts: [{ member: "", lines, isNested: false }, ...trace.parts] };
}

/** What a model says of the files around it: that it is a pickle, and where else its numbers lie. */
function wordOf({ parts }: LoadTrace, kind: AssetKind): ReadWord | undefined {
  const isPickle = parts.some((part) => part.isPickle === true && !part.isNested);
  const outside = parts
    .filter(({ member }) => member === "")
    .flatMap(({ lines }) => lines.flatMap(({ reads = [] }) => reads));
  const hasOwnOperators =
    kind === "onnx" &&
    parts.some(({ lines }) =>
      lines.some(({ acts = [] }) => acts.some((act) => act.kind === "names-unknown")),
    );
  if (!isPickle && outside.length === 0 && !hasOwnOperators) return undefined;
  const mentions = outside.map(({ place, end }) => ({
    role: "data" as const,
    key: "external data",
    name: place,
    bytes: end,
  }));
  return {
    ...(outside.length === 0 && !hasOwnOperators ? {} : { layout: "onnx" }),
    ...(hasOwnOperators ? { hasOwnOperators } : {}),
    isPickle,
    mentions,
  };
}

function traceGraph(
  source: ByteSource,
  { kind, ...limits }: LoadLimits & { readonly kind: AssetKind },
): LoadTrace {
  const model =
    kind === "yaml" || scriptKinds.includes(kind)
      ? undefined
      : graphOf({ source, member: "" }, { content: undefined, ...limits });
  const loose = looseLines(source, { kind, own: limits.own, path: limits.path });
  const kept = kind === "json" ? keptPickles(source, limits) : [];
  if (model === undefined && loose === undefined) return { parts: kept, problems: [] };
  const lines = [...(model?.lines ?? []), ...(loose ?? [])];
  const unread = model?.unread;
  return {
    parts: [{ member: "", lines, isNested: false }, ...kept],
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
