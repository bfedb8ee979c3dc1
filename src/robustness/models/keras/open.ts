// Keras files: `.keras` (a ZIP file of configuration and weights) and `.h5`. Nothing in them is run.
import { bytesOf, type ByteSource } from "../../../formats/bytes/source.ts";
import { readHdf5Attributes } from "../../../formats/hdf5/attributes.ts";
import { readHdf5Datasets } from "../../../formats/hdf5/datasets.ts";
import { walkZip } from "../../../formats/zip/walk.ts";
import { unsupported } from "../convert/builder.ts";
import { isFields, type Fields } from "./config.ts";
import { convertKeras, type ConvertedModel } from "./convert.ts";
import { namedStore, numberedStore } from "./weights.ts";

/** Bytes of a configuration. */
const maxConfig = 128 * 1024 * 1024;
const maxWeights = 2 ** 31 - 1;

function json(text: string, what: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    if (isFields(value)) return value;
  } catch {
    // Told below.
  }
  throw unsupported(`${what} is no JSON`, "Save the model again.");
}

function open(name: string, source: ByteSource | undefined): ByteSource {
  if (source === undefined)
    throw unsupported(
      `${name} is not in the file`,
      "Save the whole model: model.save('model.keras').",
    );
  return source;
}

/** Converts a `.keras` file. */
export function openKerasFile(source: ByteSource): ConvertedModel {
  const { members } = walkZip(source);
  const member = (name: string, limit: number): ByteSource | undefined => {
    const found = members.find((each) => each.name === name);
    if (found === undefined) return undefined;
    const stored = found.source();
    if (stored !== undefined) return stored;
    const bytes = found.size > limit ? undefined : found.read(limit);
    return bytes === undefined || bytes.length < found.size ? undefined : bytesOf(bytes);
  };
  const text = (name: string): string => {
    const found = open(name, member(name, maxConfig));
    if (found.size > maxConfig)
      throw unsupported(`${name} has ${found.size} bytes`, "Save the model again.");
    return found.read(0, found.size).toString("utf8");
  };
  const { keras_version: version } = json(text("metadata.json"), "metadata.json");
  const model = json(text("config.json"), "config.json");
  const { datasets, problems } = readHdf5Datasets(
    open("model.weights.h5", member("model.weights.h5", maxWeights)),
  );
  if (datasets.size === 0 && problems.length > 0)
    throw unsupported(`the weights cannot be read: ${problems[0]}`, "Save the model again.");
  return convertKeras({
    model,
    store: numberedStore(datasets),
    version: typeof version === "string" ? version : "3",
  });
}

/** Converts a whole model in HDF5, as Keras 1 to 3 write it. */
export function openKerasHdf5(source: ByteSource): ConvertedModel {
  const { texts } = readHdf5Attributes(source);
  const config = texts.get("model_config");
  if (config === undefined)
    throw unsupported(
      "the file holds weights only, and not what layers the model has",
      "Save the whole model: model.save('model.keras').",
    );
  const { datasets } = readHdf5Datasets(source);
  const own = new Map([...datasets].filter(([path]) => path.startsWith("model_weights/")));
  return convertKeras({
    model: json(config, "the model's configuration"),
    store: namedStore(own),
    version: texts.get("keras_version") ?? "2",
  });
}
