// From a path to a model: what a file is, is seen from its first bytes and its name; Keras and TensorFlow.js models are
// taken over as ONNX. Files that hold code or bare weights are told apart, and what to do with them is said.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileReason, PaviseError } from "../../core/index.ts";
import type { ByteSource } from "../../formats/bytes/source.ts";
import type { OnnxModel } from "../../formats/onnx/model.ts";
import { externalFolder, fileSource } from "../../formats/onnx/read-external.ts";
import { readOnnxModel } from "../../formats/onnx/read.ts";
import { walkZip } from "../../formats/zip/walk.ts";
import { preprocessingBeside, type FoundPreprocessing } from "../data/neighbours.ts";
import type { InputShape } from "../data/prepare.ts";
import { unsupported } from "./convert/builder.ts";
import type { ConvertedModel } from "./keras/convert.ts";
import { openKerasFile, openKerasHdf5 } from "./keras/open.ts";
import { shardsBeside } from "./tfjs/manifest.ts";
import { isTfjs, openTfjs } from "./tfjs/open.ts";

/** A model that was read, as ONNX whatever it was. */
export interface ModelFile {
  readonly kind: "onnx" | "keras" | "tfjs";
  readonly model: OnnxModel;
  /** The file that was read: within a folder, the one that was found. */
  readonly path: string;
  /** Axes of the first input without the batch; undefined where not even their number is known. */
  readonly inputShape: InputShape | undefined;
  readonly notes: readonly string[];
  /** Preprocessing and names of classes that stand beside the model. */
  readonly found: FoundPreprocessing | undefined;
}

const maxJson = 256 * 1024 * 1024;

/** True for what is asked over the network. */
export function isAddress(target: string): boolean {
  return /^https?:\/\//i.test(target);
}

/** Lines that turn a PyTorch model into ONNX. */
const pytorchLines = [
  "import torch",
  "model = …  # your class, with the weights loaded",
  "model.eval()",
  "torch.onnx.export(model, torch.randn(1, 3, 224, 224), 'model.onnx', input_names=['x'], output_names=['logits'],",
  "                  dynamic_axes={'x': {0: 'N'}, 'logits': {0: 'N'}})",
].join("\n");

function pytorch(path: string): PaviseError {
  return unsupported(
    `${path} holds weights of PyTorch, and not what is computed with them`,
    `Export the model to ONNX where it was made:\n${pytorchLines}`,
  );
}

const tensorflowHint =
  "Convert it to ONNX: python -m tf2onnx.convert --saved-model DIR --output model.onnx (or --tflite FILE, --graphdef FILE).";

function sourceOf(path: string): ByteSource {
  try {
    return fileSource(path);
  } catch (cause) {
    throw new PaviseError("file-missing", `${path}: ${fileReason(cause)}`, {
      cause,
      hint: "Check the path; it is taken relative to the folder you are in.",
    });
  }
}

/** The model within a folder. */
function within(folder: string): string {
  const candidates = ["model.json", "model.onnx", join("onnx", "model.onnx"), "model.keras"];
  const usual = candidates.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (usual !== undefined) return usual;
  const names = readdirSync(folder);
  const models = names.filter((name) => /\.(?:onnx|keras|h5|hdf5)$/i.test(name));
  if (models.length === 1) return join(folder, models[0]!);
  if (models.length > 1)
    throw unsupported(
      `${folder} holds several models: ${models.slice(0, 8).join(", ")}`,
      "Name one of them.",
    );
  if (names.includes("saved_model.pb"))
    throw unsupported(`${folder} is a SavedModel of TensorFlow, which is not read`, tensorflowHint);
  const weights = names.find((name) => /\.(?:safetensors|pt|pth|bin)$/i.test(name));
  if (weights !== undefined) throw pytorch(join(folder, weights));
  throw unsupported(
    `${folder} holds no model`,
    "Name an ONNX file, a .keras or .h5 file, or a folder with the model.json of TensorFlow.js.",
  );
}

/** Kinds that are known and not attacked, and what to do. */
function refuseOther(path: string, source: ByteSource): void {
  const head = source.read(0, 64);
  const text = head.toString("latin1");
  const jsonAt8 = text[8] === "{" && head.length > 8 && head.readUInt32LE(4) === 0;
  if (
    text.startsWith("PK") &&
    walkZip(source).members.some(({ name }) => /(?:^|\/)data\.pkl$/.test(name))
  )
    throw pytorch(path);
  if (jsonAt8 || /\.(?:pt|pth|ckpt|safetensors)$/i.test(path)) throw pytorch(path);
  if (head[0] === 0x80 && head[1]! >= 2 && head[1]! <= 5)
    throw unsupported(
      `${path} is a pickle, which would run code if it were loaded`,
      "Export the model to ONNX: scikit-learn, XGBoost and LightGBM by skl2onnx.to_onnx(model, X[:1].astype('float32')); PyTorch by torch.onnx.export.",
    );
  if (text.startsWith("TFL3", 4))
    throw unsupported(`${path} is a model of TensorFlow Lite, which is not read`, tensorflowHint);
  if (text.startsWith("GGUF"))
    throw unsupported(
      `${path} is a language model (GGUF), which is not attacked this way`,
      "Name a classifier.",
    );
  if (/\.pb$/i.test(path))
    throw unsupported(`${path} is a graph of TensorFlow, which is not read`, tensorflowHint);
}

function onnx(path: string, source: ByteSource): ConvertedModel {
  const { model, problems } = readOnnxModel(source, { external: externalFolder(dirname(path)) });
  if (model !== undefined && problems.length === 0) return { model, notes: [] };
  throw unsupported(
    `${path} cannot be read as ONNX: ${problems.slice(0, 3).join("; ")}`,
    "Check that the file is whole, and that files with its weights lie in its folder.",
  );
}

function json(path: string, source: ByteSource): ConvertedModel | undefined {
  if (source.size > maxJson) return undefined;
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
  if (!isTfjs(document)) return undefined;
  return openTfjs(document, shardsBeside(path));
}

function readAs(path: string, source: ByteSource): readonly [ModelFile["kind"], ConvertedModel] {
  const head = source.read(0, 8);
  if (head.toString("latin1") === "\x89HDF\r\n\x1a\n") return ["keras", openKerasHdf5(source)];
  const isZip = head.toString("latin1", 0, 2) === "PK";
  if (
    isZip &&
    (/\.keras$/i.test(path) ||
      walkZip(source).members.some(({ name }) => name === "model.weights.h5"))
  )
    return ["keras", openKerasFile(source)];
  if (/\.json$/i.test(path) || head[0] === 0x7b) {
    const converted = json(path, source);
    if (converted !== undefined) return ["tfjs", converted];
    throw unsupported(
      `${path} is no model of TensorFlow.js`,
      "Name the model.json that tfjs writes, with its files of weights beside it.",
    );
  }
  refuseOther(path, source);
  return ["onnx", onnx(path, source)];
}

/**
 * Reads a model from a file or folder; nothing in it is run. Weights are read when they are asked for.
 * Errors: `file-missing`, and `model-unsupported` with what to do for what cannot be attacked from its file.
 */
export function readModelFile(target: string): ModelFile {
  if (isAddress(target))
    throw unsupported(
      `${target} is an address, not a file`,
      "Say how the model behind it is asked: kserve-v2, tensorflow or a template.",
    );
  const isFolder = statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const path = isFolder ? within(target) : target;
  const [kind, { model, notes }] = readAs(path, sourceOf(path));
  const [input] = model.graph.inputs;
  const axes = input?.shape
    ?.slice(1)
    .map((axis) => (typeof axis === "number" && axis > 0 ? axis : undefined));
  return {
    kind,
    model,
    path,
    inputShape: axes,
    notes,
    found: preprocessingBeside(path, model.metadata),
  };
}
