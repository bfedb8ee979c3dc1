// A Keras model as an ONNX model: layer by layer, and models within models.
import type { OnnxModel, Value } from "../../../formats/onnx/model.ts";
import { newBuilder, unsupported, type Builder } from "../convert/builder.ts";
import { flagAt, one, refuse, type Call, type Conversion, type LayerRule } from "./call.ts";
import {
  isFields,
  isModel,
  layerOf,
  modelOf,
  type Argument,
  type CallConfig,
  type LayerConfig,
  type ModelConfig,
  type Reference,
} from "./config.ts";
import { inOrder, type Flow } from "./flow.ts";
import { activationRules } from "./layers/activations.ts";
import { attentionRules } from "./layers/attention.ts";
import { convolutionRules } from "./layers/convolution.ts";
import { denseRules } from "./layers/dense.ts";
import { normaliseRules } from "./layers/normalise.ts";
import { poolingRules } from "./layers/pooling.ts";
import { recurrentRules } from "./layers/recurrent.ts";
import { shapeRules } from "./layers/shapes.ts";
import { snakeCase, type Place, type WeightStore } from "./weights.ts";

const rules: Readonly<Record<string, LayerRule>> = {
  ...activationRules,
  ...attentionRules,
  ...convolutionRules,
  ...denseRules,
  ...normaliseRules,
  ...poolingRules,
  ...recurrentRules,
  ...shapeRules,
  TimeDistributed: timeDistributed,
};

/** Models within models. */
const maxNesting = 16;

export interface KerasSource {
  /** The model as a layer: `{ class_name, config }`. */
  readonly model: unknown;
  readonly store: WeightStore;
  /** Version of Keras that wrote it, as far as it is known. */
  readonly version: string;
}

export interface ConvertedModel {
  readonly model: OnnxModel;
  /** What the reader should know. */
  readonly notes: readonly string[];
}

/** The length of one axis of a configured shape. */
function lengthOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : undefined;
}

/** Axes without the batch, of a shape with it. */
function shapeIn(value: unknown): readonly (number | undefined)[] | undefined {
  return Array.isArray(value) && value.length > 0 && value.length <= 8
    ? value.slice(1).map(lengthOf)
    : undefined;
}

function inputShapeOf({
  config,
  buildConfig,
}: LayerConfig): readonly (number | undefined)[] | undefined {
  return (
    shapeIn(config["batch_shape"]) ??
    shapeIn(config["batch_input_shape"]) ??
    shapeIn(buildConfig["input_shape"])
  );
}

/** Writes the value of an input layer. */
function inputOf(builder: Builder, name: string, shape: readonly (number | undefined)[]): Flow {
  const axes = ["N", ...shape.map((length, axis) => length ?? `${name}_${axis + 1}`)];
  return { name: builder.input({ name, type: "float32", shape: axes }), shape, isFirst: false };
}

interface Scope {
  readonly conversion: Conversion;
  readonly place: Place;
  readonly depth: number;
}

/** The layers of a model with their places; `.keras` counts those of one class. */
function placed(
  { layers }: ModelConfig,
  { place }: Scope,
): readonly { readonly layer: LayerConfig; readonly place: Place }[] {
  const seen = new Map<string, number>();
  return layers.map((layer) => {
    let counted = snakeCase(layer.className);
    if (!layer.module.includes(".ops.")) {
      const count = seen.get(counted) ?? 0;
      seen.set(counted, count + 1);
      if (count > 0) counted = `${counted}_${count}`;
    }
    return {
      layer,
      place: { names: [...place.names, layer.name], counted: [...place.counted, counted] },
    };
  });
}

interface Run {
  readonly layer: LayerConfig;
  readonly place: Place;
  readonly inputs: readonly Flow[];
  readonly call?: CallConfig;
}

function runLayer({ layer, place, inputs, call }: Run, scope: Scope): readonly Flow[] {
  const { conversion } = scope;
  if (isModel(layer))
    return runModel(modelOf(layer), inputs, { conversion, place, depth: scope.depth + 1 });
  const made: Call = {
    layer,
    config: layer.config,
    place,
    inputs,
    conversion,
    builder: conversion.builder,
    args: call?.args ?? [],
    kwargs: call?.kwargs ?? new Map<string, Argument>(),
  };
  const rule = Object.hasOwn(rules, layer.className) ? rules[layer.className] : undefined;
  if (rule === undefined) {
    if (layer.className === "Lambda" || layer.className === "TFSMLayer")
      refuse(made, "it runs code that is stored in the file, and such code is never run");
    refuse(made, "this kind of layer is not known");
  }
  const out = rule(made);
  const flows = Array.isArray(out) ? (out as readonly Flow[]) : [out as Flow];
  // Dropout and its kin hand masks on; so does all that works step by step.
  const isMasked =
    layer.className !== "Embedding" &&
    inputs.some((flow) => flow.isMasked === true) &&
    !/^(?:Global|Flatten|Reshape)/.test(layer.className);
  return isMasked ? flows.map((flow) => ({ ...flow, isMasked })) : flows;
}

/** A layer for each step: a dense one works along the last axis anyhow, for others steps are made items. */
function timeDistributed(call: Call): Flow {
  const { builder, conversion, place } = call;
  const wrapped = isFields(call.config["layer"])
    ? layerOf(call.config["layer"])
    : refuse(call, "it wraps nothing");
  const x = inOrder(builder, one(call));
  const inner: Place = {
    names: [...place.names, wrapped.name],
    counted: [...place.counted, "@layer"],
  };
  const scope: Scope = { conversion, place: inner, depth: maxNesting - 2 };
  if (wrapped.className === "Dense") {
    const inside: Call = {
      ...call,
      layer: wrapped,
      config: wrapped.config,
      place: namesOf(conversion, {
        inner,
        outer: place,
        hasBias: flagAt({ ...call, config: wrapped.config }, "use_bias", true),
      }),
    };
    return rules["Dense"]!({ ...inside, inputs: [x] }) as Flow;
  }
  const [steps, ...rest] = x.shape;
  if (steps === undefined || rest.some((length) => length === undefined))
    refuse(call, "a length of its input is open");
  const lengths = rest as readonly number[];
  const items = builder.node("Reshape", [x.name, builder.ints([-1, ...lengths])]);
  const [out] = runLayer(
    { layer: wrapped, place: inner, inputs: [{ name: items, shape: lengths, isFirst: false }] },
    scope,
  );
  const ordered = inOrder(builder, out!);
  const after = ordered.shape.map(
    (length) => length ?? refuse(call, "a length of its output is open"),
  );
  return {
    name: builder.node("Reshape", [ordered.name, builder.ints([-1, steps, ...after])]),
    shape: [steps, ...after],
    isFirst: false,
  };
}

/** In named stores a wrapped layer's weights lie under its own name, or (Keras 2) under that of its wrapper. */
function namesOf(
  { store }: Conversion,
  {
    inner,
    outer,
    hasBias,
  }: { readonly inner: Place; readonly outer: Place; readonly hasBias: boolean },
): Place {
  const names = hasBias ? ["kernel", "bias"] : ["kernel"];
  return store.find(inner, names) === undefined
    ? { names: outer.names, counted: inner.counted }
    : inner;
}

function sequential(model: ModelConfig, given: readonly Flow[], scope: Scope): readonly Flow[] {
  let flows = given;
  for (const { layer, place } of placed(model, scope)) {
    if (layer.className === "InputLayer") continue;
    flows = runLayer({ layer, place, inputs: flows }, scope);
  }
  return flows;
}

/** Tensors among arguments, in the order of Keras's own signatures. */
function tensorsIn(call: CallConfig): readonly Reference[] {
  const known = ["inputs", "query", "value", "key", "x1", "x2", "x", "y"];
  const isMask = (name: string): boolean => /mask|training/.test(name);
  const named = [...call.kwargs]
    .filter(([name]) => !isMask(name))
    .sort(([a], [b]) => known.indexOf(a) - known.indexOf(b));
  const found: Reference[] = [];
  const walk = (argument: Argument): void => {
    if (argument.kind === "reference") found.push(argument);
    else if (argument.kind === "list") for (const item of argument.items) walk(item);
  };
  for (const argument of [...call.args, ...named.map(([, each]) => each)]) walk(argument);
  return found;
}

function functional(model: ModelConfig, given: readonly Flow[], scope: Scope): readonly Flow[] {
  const key = ({ layer, call }: Pick<Reference, "layer" | "call">): string => `${call} ${layer}`;
  const made = new Map<string, readonly Flow[]>();
  if (given.length !== model.inputs.length)
    throw unsupported(
      `the model ${model.name} has ${model.inputs.length} inputs and is called with ${given.length}`,
      "Save the model again.",
    );
  for (const [index, input] of model.inputs.entries()) made.set(key(input), [given[index]!]);

  let pending = placed(model, scope).flatMap(({ layer, place }) =>
    layer.calls.map((call, index) => ({ layer, place, call, index, needs: tensorsIn(call) })),
  );
  const calls = new Map(model.layers.map((layer) => [layer.name, layer.calls.length]));
  // References to a model within are counted from its own making on by some versions: one call is the one that is meant.
  const find = (reference: Reference): Flow | undefined =>
    (made.get(key(reference)) ??
      ((calls.get(reference.layer) ?? 0) <= 1
        ? made.get(key({ layer: reference.layer, call: 0 }))
        : undefined))?.[reference.output];
  while (pending.length > 0) {
    const waiting: typeof pending = [];
    for (const each of pending) {
      const { layer, place, call, index, needs } = each;
      const inputs = needs.map(find);
      if (inputs.some((flow) => flow === undefined)) {
        waiting.push(each);
        continue;
      }
      if (made.has(key({ layer: layer.name, call: index }))) continue;
      made.set(
        key({ layer: layer.name, call: index }),
        runLayer({ layer, place, call, inputs: inputs as readonly Flow[] }, scope),
      );
    }
    if (waiting.length === pending.length)
      throw unsupported(
        `the layer ${waiting[0]!.layer.name} needs what no layer gives`,
        "Save the model again.",
      );
    pending = waiting;
  }
  return model.outputs.map((output) => {
    const flow = find(output);
    if (flow === undefined)
      throw unsupported(
        `the model's output ${output.layer} is made by no layer`,
        "Save the model again.",
      );
    return flow;
  });
}

function runModel(model: ModelConfig, given: readonly Flow[], scope: Scope): readonly Flow[] {
  if (scope.depth > maxNesting)
    throw unsupported("models lie too deep within one another", "Save the model again.");
  return model.kind === "sequential"
    ? sequential(model, given, scope)
    : functional(model, given, scope);
}

/** The inputs of the whole model. */
function inputsOf(model: ModelConfig, builder: Builder): readonly Flow[] {
  if (model.kind === "functional") {
    return model.inputs.map(({ layer: name }) => {
      const layer = model.layers.find((each) => each.name === name);
      const shape = layer && inputShapeOf(layer);
      if (shape === undefined)
        throw unsupported(`the input ${name} has no shape`, "Save the model again.");
      return inputOf(builder, name, shape);
    });
  }
  const [first] = model.layers;
  // A model within may be the first layer.
  const inner = first !== undefined && isModel(first) ? modelOf(first) : undefined;
  const innerFirst =
    inner?.kind === "functional"
      ? inner.layers.find(({ name }) => name === inner.inputs[0]?.layer)
      : inner?.layers[0];
  const shape =
    (first && inputShapeOf(first)) ??
    shapeIn(model.buildShape) ??
    (innerFirst && inputShapeOf(innerFirst));
  if (shape === undefined)
    throw unsupported(
      "the model does not say what its input looks like",
      "Give its first layer an Input, or call it once before it is saved.",
    );
  return [inputOf(builder, first?.className === "InputLayer" ? first.name : "input", shape)];
}

/** Converts a model. Throws PaviseError `model-unsupported` that names the layer. */
export function convertKeras({ model: config, store, version }: KerasSource): ConvertedModel {
  const top = modelOf(layerOf(config));
  const builder = newBuilder();
  const notes = new Set<string>();
  const conversion: Conversion = { builder, store, isKeras3: /^[3-9]/.test(version), notes };
  const scope: Scope = { conversion, place: { names: [], counted: [] }, depth: 0 };
  const flows = runModel(top, inputsOf(top, builder), scope).map((flow) => inOrder(builder, flow));
  const outputs = flows.map((flow, index) => {
    const name = flows.length === 1 ? "output" : `output_${index}`;
    const value: Value = { name, type: "float32", shape: ["N", ...flow.shape] };
    return { value, from: flow.name };
  });
  return { model: builder.finish(outputs, { producer: `keras ${version}` }), notes: [...notes] };
}
