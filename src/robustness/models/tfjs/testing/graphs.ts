// Small models of TensorFlow.js, built by code.

interface Weight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype?: string;
  readonly values: readonly number[];
}

/** A `model.json` and the bytes of its one file of weights. */
export interface TfjsFiles {
  readonly document: object;
  readonly weights: Buffer;
}

const text = (value: string): string => Buffer.from(value).toString("base64");
const cycle = (count: number, step: number): readonly number[] =>
  Array.from({ length: count }, (_, k) => (((step * k) % 11) - 5) / 8);

function manifest(weights: readonly Weight[]): { readonly list: object[]; readonly bytes: Buffer } {
  const parts = weights.map(({ values, dtype }) =>
    Buffer.from((dtype === "int32" ? Int32Array.from(values) : Float32Array.from(values)).buffer),
  );
  const specs = weights.map(({ name, shape, dtype = "float32" }) => ({ name, shape, dtype }));
  return {
    list: [{ paths: ["group1-shard1of1.bin"], weights: specs }],
    bytes: Buffer.concat(parts),
  };
}

const strides = { list: { i: ["1", "2", "2", "1"] } };
const float = { T: { type: "DT_FLOAT" } };

/** A graph of fused and plain operators: convolutions, normalisation, pooling, a branch, a mean and a product. */
export function graphModel(): TfjsFiles {
  const weights: readonly Weight[] = [
    { name: "k1", shape: [3, 3, 2, 4], values: cycle(72, 3) },
    { name: "b1", shape: [4], values: cycle(4, 5) },
    { name: "k2", shape: [3, 3, 4, 1], values: cycle(36, 7) },
    { name: "gamma", shape: [4], values: [1, 0.5, 2, -1] },
    { name: "beta", shape: [4], values: [0, 0.1, 0.2, 0.3] },
    { name: "mean", shape: [4], values: [0.1, -0.2, 0.3, 0] },
    { name: "variance", shape: [4], values: [1, 2, 0.5, 1.5] },
    { name: "pads", shape: [4, 2], dtype: "int32", values: [0, 0, 1, 0, 0, 1, 0, 0] },
    { name: "scale", shape: [4], values: [1, 2, 3, 4] },
    { name: "axis", shape: [], dtype: "int32", values: [3] },
    { name: "axes", shape: [2], dtype: "int32", values: [1, 2] },
    { name: "k3", shape: [8, 3], values: cycle(24, 3) },
    { name: "b3", shape: [3], values: [0.1, 0, -0.1] },
  ];
  const same = {
    ...float,
    dilations: { list: { i: ["1", "1", "1", "1"] } },
    padding: { s: text("SAME") },
    data_format: { s: text("NHWC") },
  };
  const node = (
    name: string,
    op: string,
    input: readonly string[],
    attr: object = float,
  ): object => ({ name, op, input, attr });
  const { list, bytes } = manifest(weights);
  const nodes = [
    node("x", "Placeholder", [], {
      dtype: { type: "DT_FLOAT" },
      shape: { shape: { dim: [{ size: "-1" }, { size: "7" }, { size: "6" }, { size: "2" }] } },
    }),
    ...weights.map(({ name, dtype }) =>
      node(name, "Const", [], { dtype: { type: dtype === "int32" ? "DT_INT32" : "DT_FLOAT" } }),
    ),
    node("conv", "_FusedConv2D", ["x", "k1", "b1"], {
      ...same,
      strides,
      num_args: { i: "1" },
      fused_ops: { list: { s: [text("BiasAdd"), text("Relu6")] } },
    }),
    node("padded", "Pad", ["conv", "pads"]),
    node("deep", "DepthwiseConv2dNative", ["padded", "k2"], {
      ...same,
      padding: { s: text("VALID") },
      strides: { list: { i: ["1", "1", "1", "1"] } },
    }),
    node("normal", "FusedBatchNormV3", ["deep", "gamma", "beta", "mean", "variance"], {
      ...float,
      U: { type: "DT_FLOAT" },
      epsilon: { f: 0.001 },
      is_training: { b: false },
      data_format: { s: text("NHWC") },
    }),
    node("scaled", "Mul", ["normal", "scale"]),
    node("pooled", "AvgPool", ["normal"], {
      ...same,
      ksize: { list: { i: ["1", "2", "2", "1"] } },
      strides: { list: { i: ["1", "1", "1", "1"] } },
    }),
    node("both", "ConcatV2", ["scaled", "pooled", "axis"], { ...float, N: { i: "2" } }),
    node("act", "LeakyRelu", ["both"], { ...float, alpha: { f: 0.1 } }),
    node("flat", "Mean", ["act", "axes"], { ...float, keep_dims: { b: false } }),
    node("logits", "_FusedMatMul", ["flat", "k3", "b3"], {
      ...float,
      transpose_a: { b: false },
      transpose_b: { b: false },
      num_args: { i: "1" },
      fused_ops: { list: { s: [text("BiasAdd")] } },
    }),
    node("y", "Softmax", ["logits"]),
  ];
  return {
    document: {
      format: "graph-model",
      modelTopology: { node: nodes, versions: {} },
      weightsManifest: list,
    },
    weights: bytes,
  };
}

/** What both models are given: two inputs. */
export function graphInput(): Float32Array {
  return Float32Array.from({ length: 2 * 7 * 6 * 2 }, (_, k) => (((13 * k) % 19) - 9) / 9);
}

/** A dense layer of 3 to 2 whose kernel is stored in bytes: value = byte × 0.5 − 1. */
export function layersModel(): TfjsFiles {
  const layer = (className: string, config: object): object => ({ class_name: className, config });
  const topology = {
    keras_version: "tfjs-layers 4.22.0",
    backend: "tensor_flow.js",
    model_config: {
      class_name: "Sequential",
      config: {
        name: "s",
        layers: [
          layer("Dense", {
            name: "dense_Dense1",
            units: 2,
            activation: "linear",
            use_bias: true,
            batch_input_shape: [null, 3],
          }),
          layer("Activation", { name: "a", activation: "hard_sigmoid" }),
        ],
      },
    },
  };
  const specs = [
    {
      name: "dense_Dense1/kernel",
      shape: [3, 2],
      dtype: "float32",
      quantization: { dtype: "uint8", scale: 0.5, min: -1 },
    },
    { name: "dense_Dense1/bias", shape: [2], dtype: "float32", quantization: { dtype: "float16" } },
  ];
  const bias = Buffer.from(Uint16Array.of(0x3800, 0xb400).buffer);
  return {
    document: {
      format: "layers-model",
      modelTopology: topology,
      weightsManifest: [{ paths: ["w.bin"], weights: specs }],
    },
    weights: Buffer.concat([Buffer.of(0, 1, 2, 3, 4, 5), bias]),
  };
}
