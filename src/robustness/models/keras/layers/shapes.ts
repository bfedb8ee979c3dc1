// Layers that change the arrangement only, those that do nothing after training, and those that merge.
import type { Builder } from "../../convert/builder.ts";
import {
  axisAt,
  flagAt,
  numberAt,
  one,
  plain,
  refuse,
  type Call,
  type LayerRule,
} from "../call.ts";
import { isFields } from "../config.ts";
import { channelsFirst, inOrder, type Flow } from "../flow.ts";

const same: LayerRule = (call) => one(call);

function flatten(call: Call): Flow {
  const x = plain(call);
  if (call.config["data_format"] === "channels_first") refuse(call, "it has channels first");
  const size = x.shape.every((length) => length !== undefined)
    ? x.shape.reduce((product: number, length) => product * length, 1)
    : undefined;
  return {
    name: call.builder.node("Flatten", [x.name], { attributes: { axis: 1 } }),
    shape: [size],
    isFirst: false,
  };
}

function reshape(call: Call): Flow {
  const x = plain(call);
  const target = call.config["target_shape"];
  if (
    !Array.isArray(target) ||
    !target.every((each): each is number => typeof each === "number" && Number.isInteger(each))
  )
    refuse(call, "its target is not understood");
  const size = x.shape.every((length) => length !== undefined)
    ? x.shape.reduce((product: number, length) => product * length, 1)
    : undefined;
  const known = target
    .filter((length) => length !== -1)
    .reduce((product, length) => product * length, 1);
  const shape = target.map((length) =>
    length === -1 ? (size === undefined ? undefined : size / known) : length,
  );
  const hasOpen = target.includes(-1);
  if (size !== undefined && !hasOpen && known !== size)
    refuse(call, `${x.shape.join(" × ")} cannot be made ${target.join(" × ")}`);
  return {
    name: call.builder.node("Reshape", [x.name, call.builder.ints([0, ...target])]),
    shape,
    isFirst: false,
  };
}

function permute(call: Call): Flow {
  const x = plain(call);
  const { dims } = call.config;
  const list: readonly unknown[] = Array.isArray(dims) ? dims : [];
  const places = list.map((each) => axisAt(call, Number(each), x.shape.length));
  if (places.length !== x.shape.length) refuse(call, "its axes are not understood");
  const name = call.builder.node("Transpose", [x.name], {
    attributes: { perm: [0, ...places.map((place) => place + 1)] },
  });
  return { name, shape: places.map((place) => x.shape[place]), isFirst: false };
}

function repeat(call: Call): Flow {
  const { builder } = call;
  const x = plain(call);
  const count = numberAt(call, "n", 1);
  const wider = builder.node("Unsqueeze", [x.name, builder.ints([1])]);
  return {
    name: builder.node("Tile", [wider, builder.ints([1, count, 1])]),
    shape: [count, ...x.shape],
    isFirst: false,
  };
}

/** Values that lie alike: with channels first where one does, and all have as many axes. */
function alike(call: Call, flows: readonly Flow[]): readonly Flow[] {
  const { builder } = call;
  const rank = flows[0]?.shape.length;
  const isFirst =
    flows.some((flow) => flow.isFirst) && flows.every((flow) => flow.shape.length === rank);
  return flows.map((flow) => (isFirst ? channelsFirst(builder, flow) : inOrder(builder, flow)));
}

/** The shape that two have together when one is repeated along axes of length 1. */
function together(call: Call, a: Flow["shape"], b: Flow["shape"]): Flow["shape"] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    // Keras lines axes up after the batch, from the front; here only equal numbers of axes are taken.
    const [x, y] = [a[axis - rank + a.length], b[axis - rank + b.length]];
    if (a.length !== b.length) return refuse(call, "its inputs have different numbers of axes");
    return x === 1 ? y : y === 1 ? x : (x ?? y);
  });
}

type Join = (builder: Builder, a: string, b: string) => string;
const operator =
  (name: string): Join =>
  (builder, a, b) =>
    builder.node(name, [a, b]);

function fold(call: Call, join: Join): Flow {
  const [first, ...rest] = alike(call, call.inputs);
  if (first === undefined) refuse(call, "it is called with nothing");
  let { name, shape } = first;
  for (const each of rest) {
    name = join(call.builder, name, each.name);
    shape = together(call, shape, each.shape);
  }
  return { ...first, name, shape };
}

function average(call: Call): Flow {
  const sum = fold(call, operator("Add"));
  return {
    ...sum,
    name: call.builder.node("Div", [sum.name, call.builder.floats([call.inputs.length])]),
  };
}

function concatenate(call: Call): Flow {
  const flows = alike(call, call.inputs);
  const first = flows[0] ?? refuse(call, "it is called with nothing");
  const rank = first.shape.length;
  const place = axisAt(call, numberAt(call, "axis", -1), rank);
  const lengths = flows.map((flow) => flow.shape[place]);
  const sum = lengths.every((length) => length !== undefined)
    ? lengths.reduce((total: number, length) => total + length, 0)
    : undefined;
  const axis = first.isFirst ? (place === rank - 1 ? 1 : place + 2) : place + 1;
  const name = call.builder.node(
    "Concat",
    flows.map((flow) => flow.name),
    { attributes: { axis } },
  );
  return { ...first, name, shape: first.shape.map((length, at) => (at === place ? sum : length)) };
}

function dot(call: Call): Flow {
  const { builder, config } = call;
  const [a, b] = call.inputs.map((flow) => inOrder(builder, flow));
  if (a === undefined || b === undefined) refuse(call, "it needs two inputs");
  if (flagAt(call, "normalize", false)) refuse(call, "it normalises");
  const axes: readonly unknown[] = Array.isArray(config["axes"])
    ? config["axes"]
    : [config["axes"], config["axes"]];
  const [inA, inB] = [
    axisAt(call, Number(axes[0]), a.shape.length),
    axisAt(call, Number(axes[1]), b.shape.length),
  ];
  if (a.shape.length === 1 && b.shape.length === 1) {
    const product = builder.node("Mul", [a.name, b.name]);
    return {
      name: builder.node("ReduceSum", [product, builder.ints([1])], {
        attributes: { keepdims: 1 },
      }),
      shape: [1],
      isFirst: false,
    };
  }
  if (a.shape.length !== 2 || b.shape.length !== 2)
    refuse(call, "its inputs have other axes than two");
  const left =
    inA === 1 ? a.name : builder.node("Transpose", [a.name], { attributes: { perm: [0, 2, 1] } });
  const right =
    inB === 0 ? b.name : builder.node("Transpose", [b.name], { attributes: { perm: [0, 2, 1] } });
  return {
    name: builder.node("MatMul", [left, right]),
    shape: [a.shape[1 - inA], b.shape[1 - inB]],
    isFirst: false,
  };
}

/** `x * 2` or `x + y` between layers: an operation of Keras 3, or TensorFlow's in Keras 2. */
function arithmetic(call: Call, join: Join): Flow {
  const given = [...call.args, ...call.kwargs].flatMap((each) =>
    Array.isArray(each) ? (each[0] === "y" || each[0] === "x2" ? [each[1]] : []) : [each],
  );
  if (call.inputs.length === 2) return fold(call, join);
  const place = given.findIndex((each) => each.kind === "reference");
  const other = given.find((each) => each.kind === "value");
  const value: unknown =
    other?.kind === "value"
      ? isFields(other.value)
        ? other.value["config"]
        : other.value
      : undefined;
  if (typeof value !== "number") refuse(call, "what it is called with is not understood");
  const x = one(call);
  const constant = call.builder.floats([value]);
  const name =
    place <= 0 ? join(call.builder, x.name, constant) : join(call.builder, constant, x.name);
  return { ...x, name };
}

const tensorflow: Readonly<Record<string, string>> = {
  "math.add": "Add",
  "__operators__.add": "Add",
  "math.multiply": "Mul",
  "__operators__.mul": "Mul",
  "math.subtract": "Sub",
  "__operators__.sub": "Sub",
  "math.truediv": "Div",
  "__operators__.truediv": "Div",
  "math.divide": "Div",
};

/** Layers that change nothing once a model is trained. */
const idle = [
  "Dropout",
  "SpatialDropout1D",
  "SpatialDropout2D",
  "SpatialDropout3D",
  "GaussianNoise",
  "GaussianDropout",
  "AlphaDropout",
  "ActivityRegularization",
  "Identity",
  "RandomFlip",
  "RandomRotation",
  "RandomZoom",
  "RandomTranslation",
  "RandomContrast",
  "RandomBrightness",
  "RandomCrop",
  "RandomHeight",
  "RandomWidth",
  "StopGradient",
  "StochasticDepth",
];

const merges: Readonly<Record<string, string>> = {
  Add: "Add",
  Subtract: "Sub",
  Multiply: "Mul",
  TrueDivide: "Div",
  Divide: "Div",
  Maximum: "Max",
  Minimum: "Min",
};

export const shapeRules: Readonly<Record<string, LayerRule>> = {
  ...Object.fromEntries(idle.map((name) => [name, same])),
  Flatten: flatten,
  Reshape: reshape,
  Permute: permute,
  RepeatVector: repeat,
  ...Object.fromEntries(
    Object.entries(merges).map(([name, op]): [string, LayerRule] => [
      name,
      (call) =>
        call.inputs.length === 1 ? arithmetic(call, operator(op)) : fold(call, operator(op)),
    ]),
  ),
  Average: average,
  Concatenate: concatenate,
  Dot: dot,
  TFOpLambda(call) {
    const { function: wanted } = call.config;
    if (typeof wanted === "string" && Object.hasOwn(tensorflow, wanted))
      return arithmetic(call, operator(tensorflow[wanted]!));
    if (wanted === "nn.relu")
      return { ...one(call), name: call.builder.node("Relu", [one(call).name]) };
    return refuse(
      call,
      `it calls ${typeof wanted === "string" ? wanted : "something"} of TensorFlow`,
    );
  },
};
