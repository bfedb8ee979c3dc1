// Shapes of the layers of networks: convolutions, pools, products, resizing, recurrent layers.
import {
  Unknown,
  broadcast,
  type Asked,
  type Fact,
  type Inference,
  type Inferences,
} from "./inference.ts";

interface Window {
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
}

function windowOf(asked: Asked, kernel: readonly number[]): Window {
  const ones = kernel.map(() => 1);
  return {
    kernel,
    strides: asked.ints("strides") ?? ones,
    dilations: asked.ints("dilations") ?? ones,
  };
}

/** Lengths of the axes that a window slides over. */
function slid(asked: Asked, { kernel, strides, dilations }: Window): readonly number[] {
  const lengths = asked.need(0).shape.slice(2);
  const auto = asked.text("auto_pad", "NOTSET");
  const pads = auto === "VALID" ? undefined : asked.ints("pads");
  const isCeil = asked.int("ceil_mode") === 1;
  return lengths.map((length, axis) => {
    const stride = strides[axis]!;
    if (auto.startsWith("SAME")) return Math.ceil(length / stride);
    const before = pads?.[axis] ?? 0;
    const after = pads?.[axis + kernel.length] ?? 0;
    const reach = dilations[axis]! * (kernel[axis]! - 1) + 1;
    const places = (length + before + after - reach) / stride;
    if (!isCeil) return Math.floor(places) + 1;
    const count = Math.ceil(places) + 1;
    // A window that would start in the padding behind is left out, as PyTorch does and ONNX since version 19.
    return (count - 1) * stride >= length + before ? count - 1 : count;
  });
}

function convolved(asked: Asked, weights: number): readonly number[] {
  const shape = asked.need(weights).shape;
  const kernel = asked.ints("kernel_shape") ?? shape.slice(2);
  return [asked.need(0).shape[0]!, shape[0]!, ...slid(asked, windowOf(asked, kernel))];
}

function pooled(asked: Asked): readonly number[] {
  const kernel = asked.ints("kernel_shape") ?? [];
  return [...asked.need(0).shape.slice(0, 2), ...slid(asked, windowOf(asked, kernel))];
}

const transposed: Inference = (asked) => {
  const [data, weights] = [asked.need(0).shape, asked.need(1).shape];
  const { kernel, strides, dilations } = windowOf(
    asked,
    asked.ints("kernel_shape") ?? weights.slice(2),
  );
  const said = asked.ints("output_shape");
  const auto = asked.text("auto_pad", "NOTSET");
  const pads = asked.ints("pads");
  const more = asked.ints("output_padding");
  const lengths = data.slice(2).map((length, axis) => {
    if (said !== undefined) return said.at(axis - (data.length - 2))!;
    const stride = strides[axis]!;
    if (auto.startsWith("SAME")) return length * stride;
    const reach = dilations[axis]! * (kernel[axis]! - 1) + 1;
    const cut = (pads?.[axis] ?? 0) + (pads?.[axis + kernel.length] ?? 0);
    return stride * (length - 1) + (more?.[axis] ?? 0) + reach - cut;
  });
  return [[data[0]!, weights[1]! * asked.int("group", 1), ...lengths]];
};

/** The shape of a product of matrices, as numpy multiplies. */
function multiplied(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === 0 || b.length === 0) throw new Unknown("a number is no matrix");
  const left = a.length === 1 ? [1, ...a] : a;
  const right = b.length === 1 ? [...b, 1] : b;
  if (left.at(-1) !== right.at(-2))
    throw new Unknown(`matrices [${a.join(", ")}] and [${b.join(", ")}] do not fit`);
  const rows = a.length === 1 ? [] : [left.at(-2)!];
  const columns = b.length === 1 ? [] : [right.at(-1)!];
  return [...broadcast([left.slice(0, -2), right.slice(0, -2)]), ...rows, ...columns];
}

const recurrent: Inference = (asked) => {
  const isBatchFirst = asked.int("layout") === 1;
  const data = asked.need(0).shape;
  const [steps, batch] = isBatchFirst ? [data[1]!, data[0]!] : [data[0]!, data[1]!];
  const weights = asked.need(2).shape;
  const [directions, hidden] = [weights[0]!, weights[2]!];
  const state = isBatchFirst ? [batch, directions, hidden] : [directions, batch, hidden];
  return [
    isBatchFirst ? [batch, steps, directions, hidden] : [steps, directions, batch, hidden],
    state,
    state,
  ];
};

const resize: Inference = (asked) => {
  const { shape } = asked.need(0);
  const sizes = asked.wholes(3);
  const scales = asked.numbers(2);
  const axes = asked.ints("axes")?.map((axis) => (axis < 0 ? axis + shape.length : axis));
  if (asked.text("keep_aspect_ratio_policy", "stretch") !== "stretch")
    throw new Unknown("its sizes keep a ratio");
  const at = (axis: number): number => (axes === undefined ? axis : axes.indexOf(axis));
  return [
    shape.map((length, axis) => {
      if (at(axis) < 0) return length;
      if (sizes !== undefined && sizes.length > 0) return sizes[at(axis)]!;
      return Math.floor(length * (scales?.[at(axis)] ?? 1));
    }),
  ];
};

const still: Inference = (asked) => {
  const { shape } = asked.need(0);
  return [[...shape.slice(0, 2), ...shape.slice(2).map(() => 1)]];
};

const of = (type: Fact["type"], shape: readonly number[]): readonly Fact[] => [{ type, shape }];

/** Rules, by operator. */
export const layerRules: Inferences = {
  Conv: (asked) => [convolved(asked, 1)],
  "com.microsoft:FusedConv": (asked) => [convolved(asked, 1)],
  ConvInteger: (asked) => of("int32", convolved(asked, 1)),
  QLinearConv: (asked) => of(asked.need(7).type, convolved(asked, 3)),
  ConvTranspose: transposed,
  MaxPool: (asked) => [pooled(asked), { type: "int64", shape: pooled(asked) }],
  AveragePool: (asked) => [pooled(asked)],
  LpPool: (asked) => [pooled(asked)],
  GlobalAveragePool: still,
  GlobalMaxPool: still,
  GlobalLpPool: still,
  MatMul: (asked) => [multiplied(asked.need(0).shape, asked.need(1).shape)],
  MatMulInteger: (asked) => of("int32", multiplied(asked.need(0).shape, asked.need(1).shape)),
  QLinearMatMul: (asked) =>
    of(asked.need(7).type, multiplied(asked.need(0).shape, asked.need(3).shape)),
  Gemm: (asked) => {
    const [a, b] = [asked.need(0).shape, asked.need(1).shape];
    const rows = asked.int("transA") === 0 ? a[0]! : a[1]!;
    return [[rows, asked.int("transB") === 0 ? b[1]! : b[0]!]];
  },
  Resize: resize,
  GridSample: (asked) => [
    [...asked.need(0).shape.slice(0, 2), ...asked.need(1).shape.slice(1, -1)],
  ],
  LSTM: recurrent,
  GRU: recurrent,
  RNN: recurrent,
};
