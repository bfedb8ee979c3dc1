// The configuration of a Keras model, in the dialects of Keras 2 and 3 and TensorFlow.js.
import { unsupported } from "../convert/builder.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** One layer as it is configured. */
export interface LayerConfig {
  readonly name: string;
  readonly className: string;
  readonly module: string;
  readonly config: Fields;
  readonly buildConfig: Fields;
  /** How often it is called, and with what. */
  readonly calls: readonly CallConfig[];
}

/** A value of another layer: its name, which of its calls, which output. */
export interface Reference {
  readonly kind: "reference";
  readonly layer: string;
  readonly call: number;
  readonly output: number;
}

export type Argument =
  | Reference
  | { readonly kind: "list"; readonly items: readonly Argument[] }
  | { readonly kind: "value"; readonly value: unknown };

export interface CallConfig {
  readonly args: readonly Argument[];
  readonly kwargs: ReadonlyMap<string, Argument>;
}

/** A model or a model within one. */
export interface ModelConfig {
  readonly kind: "sequential" | "functional";
  readonly name: string;
  readonly layers: readonly LayerConfig[];
  readonly inputs: readonly Reference[];
  readonly outputs: readonly Reference[];
  readonly buildShape: unknown;
}

const maxLayers = 20_000;
const maxNesting = 64;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const broken = (what: string): Error =>
  unsupported(
    `the model's configuration is broken: ${what}`,
    "Save the model again with model.save('model.keras').",
  );

function textAt(fields: Fields, key: string): string {
  const value = fields[key];
  if (typeof value !== "string") throw broken(`no ${key}`);
  return value;
}

function isReference(value: unknown): value is readonly [string, number, number, ...unknown[]] {
  return (
    Array.isArray(value) &&
    value.length >= 3 &&
    typeof value[0] === "string" &&
    Number.isInteger(value[1]) &&
    Number.isInteger(value[2])
  );
}

function reference(value: readonly [string, number, number, ...unknown[]]): Reference {
  return { kind: "reference", layer: value[0], call: value[1], output: value[2] };
}

/** An argument of Keras 3: a tensor, a list of them, or a plain value. */
function argument(value: unknown, depth = 0): Argument {
  if (depth > maxNesting) throw broken("arguments lie too deep");
  if (Array.isArray(value))
    return { kind: "list", items: value.map((each) => argument(each, depth + 1)) };
  if (isFields(value) && value["class_name"] === "__keras_tensor__") {
    const history = isFields(value["config"]) ? value["config"]["keras_history"] : undefined;
    if (isReference(history)) return reference(history);
  }
  return { kind: "value", value };
}

/** A call of Keras 2: `[["layer", 0, 0, {kwargs}], …]`. */
function oldCall(value: readonly unknown[]): CallConfig {
  const flat = isReference(value) ? [value] : value;
  const kwargs = new Map<string, Argument>();
  const items = flat.map((each): Argument => {
    if (!isReference(each)) return { kind: "value", value: each };
    const rest = each[3];
    if (isFields(rest))
      for (const [key, one] of Object.entries(rest))
        kwargs.set(key, isReference(one) ? reference(one) : { kind: "value", value: one });
    return reference(each);
  });
  return { args: items.length === 1 ? items : [{ kind: "list", items }], kwargs };
}

function callsOf(nodes: unknown): readonly CallConfig[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.map((node: unknown): CallConfig => {
    if (Array.isArray(node)) return oldCall(node);
    if (!isFields(node)) throw broken("a call of a layer is none");
    const args = Array.isArray(node["args"]) ? node["args"].map((each) => argument(each)) : [];
    const kwargs = isFields(node["kwargs"]) ? Object.entries(node["kwargs"]) : [];
    return { args, kwargs: new Map(kwargs.map(([key, each]) => [key, argument(each)])) };
  });
}

/** One layer; `config` may be named as its class is. */
export function layerOf(value: unknown): LayerConfig {
  if (!isFields(value)) throw broken("a layer is none");
  const config = isFields(value["config"])
    ? value["config"]
    : Array.isArray(value["config"])
      ? { layers: value["config"] }
      : {};
  const className = textAt(value, "class_name");
  const name =
    typeof value["name"] === "string"
      ? value["name"]
      : typeof config["name"] === "string"
        ? config["name"]
        : className;
  return {
    name,
    className,
    module: typeof value["module"] === "string" ? value["module"] : "",
    config,
    buildConfig: isFields(value["build_config"]) ? value["build_config"] : {},
    calls: callsOf(value["inbound_nodes"]),
  };
}

/** Whether a layer is a model of its own. */
export function isModel({ className, config }: LayerConfig): boolean {
  return (
    (className === "Sequential" || className === "Functional" || className === "Model") &&
    Array.isArray(config["layers"])
  );
}

function references(value: unknown): readonly Reference[] {
  if (isReference(value)) return [reference(value)];
  if (Array.isArray(value)) return value.flatMap((each) => references(each));
  if (isFields(value)) return Object.values(value).flatMap((each) => references(each));
  return [];
}

/** A model from the configuration of the layer that it is. */
export function modelOf(layer: LayerConfig): ModelConfig {
  const { className, config, name, buildConfig } = layer;
  if (!isModel(layer))
    throw unsupported(
      `the model is a ${className}, whose layers its file does not tell`,
      "Only Sequential and Functional models say what they are made of. Export it to ONNX: model.export('model.onnx', format='onnx').",
    );
  const list = config["layers"] as readonly unknown[];
  if (list.length > maxLayers) throw broken(`it has ${list.length} layers`);
  return {
    kind: className === "Sequential" ? "sequential" : "functional",
    name,
    layers: list.map((each) => layerOf(each)),
    inputs: references(config["input_layers"]),
    outputs: references(config["output_layers"]),
    buildShape: config["build_input_shape"] ?? buildConfig["input_shape"],
  };
}
