// Keras rebuilds a model from JSON that names classes and functions: `keras/src/saving/serialization_lib.py`.
// CVE-2024-3660, CVE-2025-1550, CVE-2025-8747, CVE-2025-9905, CVE-2025-9906, CVE-2025-49655,
// CVE-2025-12058, CVE-2025-12060, CVE-2026-1462: each got something else than a layer made.
import type { ListingLine } from "./listing.ts";
import type { ActKind } from "./judge.ts";
import { namesInMarshal } from "../formats/marshal/names.ts";
import { isDangerous } from "./names.ts";
import { isVouchedFor, noNames, type OwnNames } from "./own-names.ts";

const maxNodes = 500_000;
const maxDepth = 200;
const maxTold = 50;

/** Modules of which classes are layers, optimizers, losses and the like. */
const homes =
  /^(?:keras|tf_keras|tensorflow\.keras|tensorflow\.python\.keras|keras_hub|keras_nlp|keras_cv|keras_core|keras_tuner|tensorflow_addons|builtins)(?:\.|$)/;
/** Of Keras itself what does more than compute. */
const gadgets = new Set(
  "Lambda TFSMLayer TorchModuleWrapper FlaxLayer JaxLayer PyDataset get_file enable_unsafe_deserialization load_model load_weights model_from_json deserialize_keras_object save_model custom_object_scope register_keras_serializable CustomObjectScope extract_archive image_dataset_from_directory clear_session".split(
    " ",
  ),
);
/** Modules of Keras of which functions only compute. */
const computing =
  /\.(?:activations|losses|metrics|initializers|regularizers|constraints|optimizers|layers|ops|nn|random|losses_utils|math|dtype_policies|mixed_precision)(?:\.|$)/;
/** Modules of Keras that read and write files, or fetch them. */
const reaching =
  /\.(?:utils|saving|callbacks|export|trainers|datasets|quantizers\.gptq\w*|visualization|wrappers)(?:\.|$)/;
/** What of those is part of models. */
const reachingParts = new Set(["FeatureSpace", "Feature", "Cross"]);

/** Operations of TensorFlow that reach files, Python or libraries. */
const reachingOperation =
  /^(?:tf\.)?(?:io\.|raw_ops\.|data\.|py_function|numpy_function|compat\.|load_\w+|print$|debugging\.)/;

interface Told {
  readonly lines: ListingLine[];
  nodes: number;
  readonly own: OwnNames;
  isCut?: boolean;
  /** Code of which the layer that has it was spoken. */
  readonly spoken: WeakSet<object>;
}

function tell(
  told: Told,
  { text, kind, message }: { text: string; kind: ActKind; message: string },
): void {
  if (told.lines.length < maxTold) told.lines.push({ text, acts: [{ kind, message }] });
}

/** What the configuration of a Keras model makes; harmless layers are not listed. */
export function kerasConfigLines(json: string, own: OwnNames = noNames): readonly ListingLine[] {
  let config: unknown;
  try {
    config = JSON.parse(json);
  } catch {
    return [
      {
        text: "# a configuration that is no JSON",
        acts: [{ kind: "unclear", message: "The configuration of the model cannot be read" }],
      },
    ];
  }
  const told: Told = { lines: [], nodes: 0, own, spoken: new WeakSet() };
  walk(told, config, 0);
  return told.lines;
}

function walk(told: Told, value: unknown, depth: number): void {
  if (told.nodes++ > maxNodes || depth > maxDepth) {
    if (!told.isCut) {
      const message = "The configuration of the model is larger or deeper than is looked at";
      told.lines.push({ text: "# …", acts: [{ kind: "unclear", message }] });
    }
    told.isCut = true;
    return;
  }
  if (Array.isArray(value)) {
    for (const one of value) walk(told, one, depth + 1);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (told.spoken.has(value)) return;
  const entry = value as Record<string, unknown>;
  if (typeof entry["class_name"] === "string") makes(told, entry);
  for (const [key, one] of Object.entries(entry)) {
    if (/^(?:vocabulary|filepath|file_path|weights_path|fname|origin)$/.test(key))
      file(told, { key, one });
    walk(told, one, depth + 1);
  }
}

/** One object that is made by its name. */
function makes(told: Told, entry: Record<string, unknown>): void {
  const name = String(entry["class_name"]);
  const module = typeof entry["module"] === "string" ? entry["module"] : "";
  const config = entry["config"];
  const shown = `${module === "" ? "" : `${module}.`}${name}(${short(config)})`;
  if (name === "__lambda__" || name === "Lambda" || /(?:^|>)Lambda$/.test(name)) {
    tell(told, {
      text: shown,
      kind: "runs",
      message: `A Lambda layer runs code that is in the file${codeNames(config)}`,
    });
    const code = isRecord(config) ? config["function"] : undefined;
    if (isRecord(code) && code["class_name"] === "__lambda__") told.spoken.add(code);
    return;
  }
  if (name === "function" || name === "__function__") {
    takes(told, { module, target: typeof config === "string" ? config : "", shown });
    return;
  }
  const operation = isRecord(config) ? config["function"] : undefined;
  if (/^(?:TF|Slicing|Class)\w*OpLambda$/.test(name) && reachingOperation.test(String(operation))) {
    tell(told, {
      text: shown,
      kind: "runs",
      message: `The operation ${String(operation)} is called`,
    });
    return;
  }
  if (gadgets.has(name.replace(/^.*>/, ""))) {
    tell(told, { text: shown, kind: "runs", message: `${name} does more than compute` });
    return;
  }
  const isHome = homes.test(module) && module !== "builtins";
  if (module === "" || dataClasses.has(name)) return;
  if (isHome && (!reaching.test(module) || reachingParts.has(name))) return;
  if (isVouchedFor({ module, name }, told.own)) return;
  const registered = entry["registered_name"];
  tell(told, {
    text: shown,
    kind: module === "builtins" ? "runs" : "calls-unknown",
    message: `${module}.${name} is made, which is no layer of Keras${typeof registered === "string" && registered !== name ? ` (${registered})` : ""}`,
  });
}

/** The names that the code of a Lambda uses: base64 of a code object, by itself or first in a list. */
function codeNames(config: unknown): string {
  const given = isRecord(config) ? (config["function"] ?? config["code"]) : undefined;
  const inner = isRecord(given) && isRecord(given["config"]) ? given["config"]["code"] : given;
  const code: unknown = Array.isArray(inner) ? inner[0] : inner;
  if (typeof code !== "string") return "";
  const names = namesInMarshal(Buffer.from(code, "base64")).filter((name) => name.length > 1);
  return names.length === 0 ? "" : `, which uses ${names.slice(0, 8).join(", ")}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A function that is taken by its name. One of the user's own must be brought along by who loads it. */
function takes(
  told: Told,
  {
    module,
    target,
    shown,
  }: { readonly module: string; readonly target: string; readonly shown: string },
): void {
  const isHome = homes.test(module) && module !== "builtins";
  if (isHome && computing.test(module) && !gadgets.has(target)) return;
  const isOwn = module === "builtins" && target !== "" && !isDangerous("builtins", target);
  tell(told, {
    text: shown,
    kind: isOwn ? "names-unknown" : "runs",
    message: isOwn
      ? `The function ${target} is none of Keras, and must be brought by who loads the model`
      : `The function ${module}.${target} is taken by its name`,
  });
}

/** What Keras itself writes this way. */
const dataClasses = new Set(
  "__tuple__ __numpy__ __tensor__ __keras_tensor__ __slice__ __ellipsis__ __complex__ __bytes__ __typespec__ TensorShape DType".split(
    " ",
  ),
);

/** A vocabulary or weights that are read from a path or a URL (CVE-2025-12058). */
function file(told: Told, { key, one }: { readonly key: string; readonly one: unknown }): void {
  if (typeof one !== "string" || !/^(?:[a-z][a-z0-9+.-]+:\/\/|[./~\\]|[A-Za-z]:[\\/])/i.test(one))
    return;
  tell(told, {
    text: `${key} = ${JSON.stringify(one.slice(0, 200))}`,
    kind: "calls-unknown",
    message: `Loading reads ${JSON.stringify(one.slice(0, 100))}`,
  });
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
