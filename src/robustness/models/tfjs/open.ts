// TensorFlow.js models: a layers model is a Keras configuration, a graph model a graph of TensorFlow's operators.
import { unsupported } from "../convert/builder.ts";
import { isFields, type Fields } from "../keras/config.ts";
import { convertKeras, type ConvertedModel } from "../keras/convert.ts";
import { namedStore } from "../keras/weights.ts";
import { convertGraph } from "./graph.ts";
import { readManifest, type Shards } from "./manifest.ts";

/** Whether a JSON document is a model of TensorFlow.js. */
export function isTfjs(document: unknown): document is Fields {
  return (
    isFields(document) &&
    isFields(document["modelTopology"]) &&
    Array.isArray(document["weightsManifest"])
  );
}

/** Converts the document of a `model.json`. Throws PaviseError `model-unsupported`. */
export function openTfjs(document: unknown, shards: Shards): ConvertedModel {
  if (!isTfjs(document))
    throw unsupported(
      "the JSON is no model of TensorFlow.js",
      "Name the model.json that tfjs writes.",
    );
  const topology = document["modelTopology"] as Fields;
  const arrays = readManifest(document["weightsManifest"], shards);
  if (Array.isArray(topology["node"]))
    return convertGraph(topology, { arrays, signature: document["signature"] });
  const nested = topology["model_config"];
  const model = isFields(nested) ? nested : topology;
  const version = topology["keras_version"];
  return convertKeras({
    model,
    store: namedStore(arrays),
    version: typeof version === "string" ? version : "2",
  });
}
