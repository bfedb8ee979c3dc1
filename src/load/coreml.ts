// Core ML: `mlmodel/format/*.proto` of coremltools. Layers and models that are not Apple's are made by
// a class of the program that loads them; a linked model and the weights of a program are read from
// where the file says.
import type { ByteSource } from "../formats/bytes/source.ts";
import { walkMessages, type MessageShapes } from "../formats/protobuf/walk.ts";
import { eachField, textAt, type Extent } from "../formats/protobuf/wire.ts";
import { actLine, contradiction, type ListingLine } from "./listing.ts";
import { metadataLines } from "./metadata.ts";
import { leavesFolder } from "./places.ts";

/** What a model is, by the number of its field in `Model`. */
const kinds: ReadonlyMap<number, string> = new Map([
  [200, "a pipeline that classifies"],
  [201, "a pipeline that regresses"],
  [202, "a pipeline"],
  [300, "a linear regressor"],
  [301, "a support vector regressor"],
  [302, "a regressor of trees"],
  [303, "a neural network that regresses"],
  [304, "a Bayesian regressor"],
  [400, "a linear classifier"],
  [401, "a support vector classifier"],
  [402, "a classifier of trees"],
  [403, "a neural network that classifies"],
  [404, "a classifier by neighbours"],
  [500, "a neural network"],
  [501, "a recommender"],
  [502, "a program"],
  [555, "a model of the program's own"],
  [556, "a linked model"],
  [560, "a threshold"],
  [600, "an encoder"],
  [601, "an imputer"],
  [602, "a joiner of features"],
  [603, "a dictionary"],
  [604, "a scaler"],
  [606, "a mapping"],
  [607, "a normalizer"],
  [609, "a picker of features"],
  [610, "a suppression of overlaps"],
  [900, "the identity"],
  [2000, "a classifier of texts"],
  [2001, "a tagger of words"],
  [2002, "a print of images"],
  [2003, "a preparation of sounds"],
  [2004, "a gazetteer"],
  [2005, "an embedding of words"],
  [2006, "a print of sounds"],
  [3000, "a model in a form of its own"],
]);

const shapes: MessageShapes = {
  model: {
    2: "description",
    200: "holder",
    201: "holder",
    202: "pipeline",
    303: "network",
    403: "network",
    500: "network",
    502: "program",
    555: "custom model",
    556: "linked",
  },
  description: { 100: "metadata" },
  holder: { 1: "pipeline" },
  pipeline: { 1: "model" },
  network: { 1: "layer" },
  layer: { 500: "custom layer", 605: "branch", 615: "loop" },
  branch: { 1: "network", 2: "network" },
  loop: { 3: "network", 4: "network" },
  linked: { 1: "linked file" },
  "linked file": { 1: "linked name", 2: "linked path" },
  program: { 2: "function entry", 4: "value entry" },
  "function entry": { 2: "function" },
  function: { 3: "block entry", 4: "value entry" },
  "block entry": { 2: "block" },
  block: { 3: "operation", 4: "value entry" },
  operation: { 2: "input", 4: "block", 5: "value entry" },
  input: { 2: "argument" },
  argument: { 1: "value entry" },
  "value entry": { 2: "value" },
  value: { 3: "immediate", 5: "blob" },
  immediate: { 2: "values", 3: "values", 4: "pairs" },
  values: { 1: "value" },
  pairs: { 1: "pair" },
  pair: { 1: "value", 2: "value" },
};

const maxMessages = 1_000_000;
const maxTold = 50;
/** Fields of a model that are looked at before it is said to be one. */
const maxFields = 64;

/** The lines of a model; undefined where it is none. */
export function coremlLines(source: ByteSource): readonly ListingLine[] | undefined {
  const head = headOf(source);
  if (head === undefined) return undefined;
  const metadata = new Map<string, string>();
  const lines = new Map<string, ListingLine>();
  const walked = walkMessages(source, {
    shapes,
    root: "model",
    maxMessages,
    use(kind, extent) {
      if (kind === "metadata") readMetadata(source, extent, metadata);
      else if (lines.size < maxTold)
        for (const line of linesOf(source, kind, extent)) lines.set(line.text, line);
    },
  });
  return [
    { text: `# Core ML, specification ${head.version}, ${head.kind}` },
    ...lines.values(),
    ...metadataLines(metadata),
    ...(walked.isBroken ? [contradiction("a message in it ends in the middle")] : []),
    ...(walked.isCut
      ? [actLine("# …", "unclear", `Only the first ${maxMessages} parts of it were looked at`)]
      : []),
  ];
}

/**
 * What a model says of itself. Messages have no magic number, so every field must be one of a model,
 * and where the file ends in the middle the first ones must be as they are written.
 */
function headOf(
  source: ByteSource,
): { readonly version: number; readonly kind: string } | undefined {
  let version = 0;
  let kind = "";
  let fields = 0;
  let isOther = false;
  const isWhole = eachField(source, { at: 0, length: source.size }, ({ number, type, value }) => {
    const isNumber = number === 1 || number === 10;
    const isKnown = isNumber || number === 2 || kinds.has(number);
    isOther ||= !isKnown || (type === 0) !== isNumber || (type !== 0 && type !== 2);
    if (number === 1) version = value;
    kind = kinds.get(number) ?? kind;
    return !isOther && ++fields < maxFields;
  });
  if (isOther || version < 1 || version > 1_000) return undefined;
  if (isWhole) return kind === "" ? undefined : { version, kind };
  return isAnnounced(source) ? { version, kind: kind === "" ? "cut off" : kind } : undefined;
}

/** A version, and a description with a feature that has a name and a type. */
function isAnnounced(source: ByteSource): boolean {
  let hasFeature = false;
  eachField(source, { at: 0, length: source.size }, (field) => {
    if (field.number !== 2 || field.type !== 2) return field.number === 1;
    eachField(source, field, (feature) => {
      if (feature.type !== 2 || (feature.number !== 1 && feature.number !== 10)) return;
      const parts = new Set<number>();
      const isWhole = eachField(source, feature, ({ number }) => void parts.add(number));
      hasFeature ||= isWhole && parts.has(1) && parts.has(3);
    });
    return false;
  });
  return hasFeature;
}

function linesOf(source: ByteSource, kind: string, extent: Extent): readonly ListingLine[] {
  switch (kind) {
    case "custom layer":
    case "custom model": {
      const name = textIn(source, extent, 10);
      const what = kind === "custom layer" ? "A layer" : "The model";
      const shown = JSON.stringify(name.slice(0, 100));
      return [
        actLine(
          `${kind} ${shown}`,
          "names-unknown",
          `${what} is made by the class ${shown} of the program that loads it`,
        ),
      ];
    }
    case "linked name":
      return placeLine("linked model", textIn(source, extent, 1));
    case "linked path":
      return textIn(source, extent, 1)
        .split(":")
        .flatMap((place) => placeLine("linked model", place));
    case "blob":
      return placeLine("file of weights", textIn(source, extent, 1).replace(/^@model_path\//, ""));
    default:
      return [];
  }
}

function placeLine(what: string, place: string): readonly ListingLine[] {
  if (!leavesFolder(place)) return [];
  const shown = JSON.stringify(place.slice(0, 200));
  return [
    actLine(
      `${what} = open(${shown})`,
      "escapes",
      `The ${what} lies at ${shown}, outside the folder of the model`,
    ),
  ];
}

function textIn(source: ByteSource, extent: Extent, number: number): string {
  let text = "";
  eachField(source, extent, (field) => {
    if (field.number === number && field.type === 2) text = textAt(source, field);
  });
  return text;
}

/** `Metadata`: four texts, and what the author adds. */
function readMetadata(source: ByteSource, extent: Extent, found: Map<string, string>): void {
  const names = ["", "shortDescription", "versionString", "author", "license"];
  eachField(source, extent, (field) => {
    if (field.type !== 2 || found.size > 1_000) return;
    const name = names[field.number];
    if (name !== undefined) found.set(name, textAt(source, field, 100_000));
    if (field.number !== 100) return;
    const [key = "", value = ""] = [1, 2].map((number) => textIn(source, field, number));
    found.set(key, value);
  });
}
