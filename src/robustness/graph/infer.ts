// Shapes and types of what a node gives, exact, from those of what it is given: https://onnx.ai/onnx/operators/ , opset 21.
import { elementTypes, type GraphNode } from "../../formats/onnx/model.ts";
import { sizeOf } from "../batch.ts";
import { floatOf, intOf, intsOf, keyOf, textOf } from "./attributes.ts";
import { broadcast, Unknown, type Fact, type Inference, type Inferences } from "./inference.ts";
import { layerRules } from "./infer-layers.ts";
import { moveRules } from "./infer-moves.ts";
import { numbersOf, tensorOf } from "./tensors.ts";

const one: Inference = (asked) => [asked.need(0).shape];

const wide: Inference = ({ inputs }) => [
  broadcast(inputs.filter((fact) => fact !== undefined).map((fact) => fact.shape)),
];
const truth: Inference = (asked) => [{ type: "bool", shape: wide(asked)[0] as readonly number[] }];

const rules: Inferences = {
  ...Object.fromEntries(
    (
      "Abs Acos Acosh Asin Asinh Atan Atanh BitwiseNot Ceil Celu Clip Cos Cosh Elu Erf Exp Floor Gelu HardSigmoid " +
      "HardSwish Hardmax Identity LeakyRelu Log LogSoftmax LpNormalization LRN MeanVarianceNormalization Mish Neg Not " +
      "Reciprocal Relu Round Selu Shrink Sigmoid Sign Sin Sinh Softmax Softplus Softsign Sqrt Swish Tan Tanh " +
      "ThresholdedRelu CumSum Trilu InstanceNormalization GroupNormalization RMSNormalization " +
      "ScatterElements ScatterND Scatter ReverseSequence Bernoulli " +
      "com.microsoft:Gelu com.microsoft:FastGelu com.microsoft:QuickGelu com.microsoft:BiasGelu"
    )
      .split(" ")
      .map((operator) => [operator, one]),
  ),
  ...Object.fromEntries(
    "Add Sub Mul Div Pow Mod Max Min Mean Sum PRelu BitShift BitwiseAnd BitwiseOr BitwiseXor"
      .split(" ")
      .map((operator) => [operator, wide]),
  ),
  ...Object.fromEntries(
    "Equal Greater GreaterOrEqual Less LessOrEqual And Or Xor"
      .split(" ")
      .map((operator) => [operator, truth]),
  ),
  IsNaN: truth,
  IsInf: truth,
  Where: (asked) => [{ type: asked.need(1).type, shape: wide(asked)[0] as readonly number[] }],
  Cast: (asked) => [
    { type: elementTypes[asked.int("to")] ?? "undefined", shape: asked.need(0).shape },
  ],
  CastLike: (asked) => [{ type: asked.need(1).type, shape: asked.need(0).shape }],
  QuantizeLinear: (asked) => {
    const said = elementTypes[asked.int("output_dtype")]!;
    const type = asked.inputs[2]?.type ?? (said === "undefined" ? "uint8" : said);
    return [{ type, shape: asked.need(0).shape }];
  },
  DequantizeLinear: (asked) => [{ type: asked.need(1).type, shape: asked.need(0).shape }],
  DynamicQuantizeLinear: (asked) => [
    { type: "uint8", shape: asked.need(0).shape },
    { type: "float32", shape: [] },
    { type: "uint8", shape: [] },
  ],
  Dropout: (asked) => [asked.need(0).shape, { type: "bool", shape: asked.need(0).shape }],
  BatchNormalization: (asked) => [
    asked.need(0).shape,
    ...asked.node.outputs.slice(1).map(() => asked.need(1).shape),
  ],
  LayerNormalization: (asked) => {
    const { shape } = asked.need(0);
    const axis = asked.int("axis", -1);
    const first = axis < 0 ? axis + shape.length : axis;
    const still = shape.map((length, index) => (index < first ? length : 1));
    return [shape, { type: "float32", shape: still }, { type: "float32", shape: still }];
  },
  Shape: (asked) => {
    const { shape } = asked.need(0);
    const end = asked.node.attributes.has("end") ? asked.int("end") : shape.length;
    const found = shape.slice(asked.int("start"), end);
    return [
      { type: "int64", shape: [found.length], constant: tensorOf("int64", [found.length], found) },
    ];
  },
  Size: (asked) => [
    { type: "int64", shape: [], constant: tensorOf("int64", [], [sizeOf(asked.need(0).shape)]) },
  ],
  Constant: ({ node }) => {
    const [name, attribute] = [...node.attributes].find(([key]) => key.startsWith("value")) ?? [];
    if (attribute?.kind === "tensor")
      return [
        { type: attribute.value.type, shape: attribute.value.dims, constant: attribute.value },
      ];
    throw new Unknown(`its ${name ?? "value"} is no tensor`);
  },
  ...moveRules,
  ...layerRules,
};

/** Whether shapes of this operator are known at all. */
export function isInferable(node: GraphNode): boolean {
  return Object.hasOwn(rules, keyOf(node));
}

/**
 * What a node gives, output by output. Throws `Unknown` with the reason where it cannot be said: the operator is not
 * known, or its shape depends on numbers that are not constant.
 */
export function infer(node: GraphNode, inputs: readonly (Fact | undefined)[]): readonly Fact[] {
  const rule = Object.hasOwn(rules, keyOf(node)) ? rules[keyOf(node)] : undefined;
  if (rule === undefined) throw new Unknown(`the operator ${keyOf(node)} is not known`);
  const need = (input: number): Fact => {
    const fact = inputs[input];
    if (fact === undefined) throw new Unknown(`input ${input} is missing`);
    return fact;
  };
  const numbers = (input: number): readonly number[] | undefined => {
    const fact = inputs[input];
    if (fact === undefined) return undefined;
    const found = fact.constant && numbersOf(fact.constant);
    if (found === undefined) throw new Unknown(`input ${input} is no constant`);
    return Array.from(found);
  };
  const found = rule({
    node,
    inputs,
    need,
    wholes: numbers,
    numbers,
    int: (name, fallback) => intOf(node, name, fallback),
    float: (name, fallback) => floatOf(node, name, fallback),
    text: (name, fallback) => textOf(node, name, fallback),
    ints: (name) => intsOf(node, name),
  });
  const type = inputs[0]?.type ?? "undefined";
  const facts = found.map((each): Fact => ("shape" in each ? each : { type, shape: each }));
  for (const { shape } of facts)
    if (!shape.every((length) => Number.isSafeInteger(length) && length >= 0))
      throw new Unknown(`its shape would be [${shape.join(", ")}]`);
  return facts;
}
