// Brings nodes of older operator sets to the one that rules are written in: https://onnx.ai/onnx/operators/ , each
// operator's list of versions. What kept its meaning from 7 on is not here.
import { PaviseError } from "../../core/errors.ts";
import type { Attribute, Graph, GraphNode, OnnxModel, Tensor } from "../../formats/onnx/model.ts";
import { attributeOf, floatOf, intOf, intsOf, textOf } from "./attributes.ts";
import { opset } from "./rule.ts";
import { tensorOf } from "./tensors.ts";

/** The oldest operator set whose meaning is known here: before it, adding broadcast by an attribute of its own. */
const oldest = 7;

/** Writes what stands for a node. */
interface Draft {
  readonly version: number;
  readonly nodes: GraphNode[];
  /** A constant as a node, so that bodies can hold it too. */
  constant(tensor: Tensor): string;
  fresh(): string;
}

/** The node of today's operators, after others that it needs were appended to the draft. */
type Upgrade = (node: GraphNode, draft: Draft) => GraphNode;

const ints = (values: readonly number[]): Tensor => tensorOf("int64", [values.length], values);

function without(
  attributes: ReadonlyMap<string, Attribute>,
  ...names: readonly string[]
): ReadonlyMap<string, Attribute> {
  return new Map([...attributes].filter(([name]) => !names.includes(name)));
}

/** The node with attributes made inputs; those of undefined are left out. */
function asInputs(
  node: GraphNode,
  draft: Draft,
  given: Readonly<Record<string, Tensor | undefined>>,
): GraphNode {
  const more = Object.values(given).map((tensor) =>
    tensor === undefined ? "" : draft.constant(tensor),
  );
  while (more.at(-1) === "") more.pop();
  return {
    ...node,
    inputs: [...node.inputs, ...more],
    attributes: without(node.attributes, ...Object.keys(given)),
  };
}

const axesAsInput =
  (until: number): Upgrade =>
  (node, draft) => {
    const axes = intsOf(node, "axes");
    if (draft.version >= until || node.inputs.length > 1) return node;
    return asInputs(node, draft, { axes: axes && ints(axes) });
  };

/** Before version 13 the axes from `axis` on were taken together. The marker is resolved once the shape is known. */
const softmax: Upgrade = (node, { version }) => {
  if (version >= 13) return node;
  const attributes = new Map(node.attributes);
  attributes.set("axis", attributeOf.int(intOf(node, "axis", 1)));
  return { ...node, attributes: attributes.set(flattens, attributeOf.int(1)) };
};

/** Attribute that says that a softmax is over all axes from its axis on. */
export const flattens = "pavise_flattens";

const resize: Upgrade = (node, draft) => {
  if (node.operator === "Resize" && draft.version >= 11) return node;
  const scales = node.attributes.get("scales");
  const inputs =
    scales?.kind === "floats"
      ? [
          node.inputs[0]!,
          "",
          draft.constant(tensorOf("float32", [scales.value.length], scales.value)),
        ]
      : [node.inputs[0]!, "", node.inputs[1]!];
  const mode = textOf(node, "mode", "nearest");
  const attributes = new Map<string, Attribute>([
    ["mode", attributeOf.text(mode === "nearest" ? "nearest" : "linear")],
    ["coordinate_transformation_mode", attributeOf.text("asymmetric")],
    ["nearest_mode", attributeOf.text("floor")],
  ]);
  return { ...node, operator: "Resize", inputs, attributes };
};

const clip: Upgrade = (node, draft) => {
  if (draft.version >= 11) return node;
  const bound = (name: string): Tensor | undefined =>
    node.attributes.has(name) ? tensorOf("float32", [], [floatOf(node, name)]) : undefined;
  return asInputs(node, draft, { min: bound("min"), max: bound("max") });
};

const pad: Upgrade = (node, draft) => {
  if (draft.version >= 11) return node;
  const value = tensorOf("float32", [], [floatOf(node, "value")]);
  const isConstant = textOf(node, "mode", "constant") === "constant";
  return asInputs(node, draft, {
    pads: ints(intsOf(node, "pads") ?? []),
    value: isConstant ? value : undefined,
  });
};

const slice: Upgrade = (node, draft) => {
  if (draft.version >= 10) return node;
  const axes = intsOf(node, "axes");
  return asInputs(node, draft, {
    starts: ints(intsOf(node, "starts") ?? []),
    ends: ints(intsOf(node, "ends") ?? []),
    axes: axes && ints(axes),
  });
};

const split: Upgrade = (node, draft) => {
  if (draft.version >= 18) return node;
  const sizes = intsOf(node, "split");
  if (sizes !== undefined) return asInputs(node, draft, { split: ints(sizes) });
  if (node.inputs.length > 1 && node.inputs[1] !== "") return node;
  const attributes = new Map(node.attributes);
  return {
    ...node,
    attributes: attributes.set("num_outputs", attributeOf.int(node.outputs.length)),
  };
};

const topK: Upgrade = (node, draft) =>
  draft.version >= 10 ? node : asInputs(node, draft, { k: ints([intOf(node, "k")]) });

/** Version 18 had a scale for each group, 21 has one for each channel: the marker is resolved with the shape. */
const groupNormalization: Upgrade = (node, { version }) => {
  if (version >= 21) return node;
  const attributes = new Map(node.attributes);
  return { ...node, attributes: attributes.set(perGroup, attributeOf.int(1)) };
};

/** Attribute that says that scale and bias of a group normalisation are one for each group. */
export const perGroup = "pavise_per_group";

const gridSample: Upgrade = (node, { version }) => {
  if (version >= 20) return node;
  const names: Readonly<Record<string, string>> = { bilinear: "linear", bicubic: "cubic" };
  const mode = textOf(node, "mode", "bilinear");
  const attributes = new Map(node.attributes);
  return { ...node, attributes: attributes.set("mode", attributeOf.text(names[mode] ?? mode)) };
};

const upgrades: Readonly<Record<string, Upgrade>> = {
  Clip: clip,
  Pad: pad,
  Slice: slice,
  Split: split,
  TopK: topK,
  Softmax: softmax,
  LogSoftmax: softmax,
  Hardmax: softmax,
  Upsample: resize,
  Resize: resize,
  Squeeze: axesAsInput(13),
  Unsqueeze: axesAsInput(13),
  ReduceSum: axesAsInput(13),
  ...Object.fromEntries(
    "L1 L2 LogSum LogSumExp Max Mean Min Prod SumSquare"
      .split(" ")
      .map((kind) => [`Reduce${kind}`, axesAsInput(18)]),
  ),
  GroupNormalization: groupNormalization,
  GridSample: gridSample,
  Scatter: (node) => ({ ...node, operator: "ScatterElements" }),
  // The ratio says what training drops; here nothing is.
  Dropout: (node) => ({
    ...node,
    inputs: node.inputs.slice(0, 1),
    attributes: new Map(),
  }),
  BatchNormalization: (node) => ({
    ...node,
    outputs: node.outputs.slice(0, 1),
    attributes: without(node.attributes, "spatial", "consumed_inputs", "momentum", "is_test"),
  }),
};

function upgradeNode(node: GraphNode, version: number, fresh: () => string): readonly GraphNode[] {
  const nodes: GraphNode[] = [];
  const draft: Draft = {
    version,
    nodes,
    fresh,
    constant(tensor) {
      const name = fresh();
      const attributes = new Map<string, Attribute>([["value", { kind: "tensor", value: tensor }]]);
      nodes.push({
        name,
        operator: "Constant",
        domain: "",
        inputs: [],
        outputs: [name],
        attributes,
      });
      return name;
    },
  };
  const attributes = new Map(
    [...node.attributes].map(([name, each]): [string, Attribute] => {
      if (each.kind === "graph")
        return [name, { kind: "graph", value: upgradeGraph(each.value, version, fresh) }];
      if (each.kind === "graphs") {
        const value = each.value.map((graph) => upgradeGraph(graph, version, fresh));
        return [name, { kind: "graphs", value }];
      }
      return [name, each];
    }),
  );
  const own = { ...node, attributes };
  const upgrade =
    node.domain === "" && Object.hasOwn(upgrades, node.operator)
      ? upgrades[node.operator]
      : undefined;
  const upgraded = upgrade === undefined ? own : upgrade(own, draft);
  return [...nodes, upgraded];
}

function upgradeGraph(graph: Graph, version: number, fresh: () => string): Graph {
  return { ...graph, nodes: graph.nodes.flatMap((node) => upgradeNode(node, version, fresh)) };
}

/**
 * The model with every node of ONNX's own operators brought to version 21, or left at its own where that is newer.
 * Errors: `model-unsupported` before version 7.
 */
export function upgradeModel(model: OnnxModel, fresh: () => string): OnnxModel {
  const version = model.opsets.get("") ?? 1;
  if (version < oldest)
    throw new PaviseError(
      "model-unsupported",
      `the model is written in version ${version} of ONNX's operators; the oldest that is read is ${oldest}`,
      {
        hint: "Convert it with onnx.version_converter.convert_version(model, 21), or export it again.",
      },
    );
  const opsets = new Map(model.opsets).set("", Math.max(opset, version));
  return { ...model, opsets, graph: upgradeGraph(model.graph, version, fresh) };
}
