// Recurrent layers. Keras orders the gates of an LSTM as i, f, c, o and ONNX as i, o, f, c; those of a GRU are alike.
import { transposed, type WeightArray } from "../../convert/builder.ts";
import { flagAt, numberAt, plain, refuse, weightsOf, type Call, type LayerRule } from "../call.ts";
import { isFields, layerOf } from "../config.ts";
import type { Flow } from "../flow.ts";
import type { Part } from "../weights.ts";
import { activationName } from "./activations.ts";

type Kind = "LSTM" | "GRU" | "SimpleRNN";
const gates = { LSTM: 4, GRU: 3, SimpleRNN: 1 } as const;
const operators = { LSTM: "LSTM", GRU: "GRU", SimpleRNN: "RNN" } as const;
const order: Readonly<Record<Kind, readonly number[]>> = {
  LSTM: [0, 3, 1, 2],
  GRU: [0, 1, 2],
  SimpleRNN: [0],
};

/** Rows of `inputs × gates · units` weights by gate, in ONNX's order: gates · units × inputs. */
function byGate(kind: Kind, array: WeightArray, units: number): Float32Array {
  const { data } = transposed(array, [1, 0]);
  const size = units * array.shape[0]!;
  const out = new Float32Array(data.length);
  for (const [to, from] of order[kind].entries())
    out.set(data.subarray(from * size, (from + 1) * size), to * size);
  return out;
}

interface Cell {
  readonly w: Float32Array;
  readonly r: Float32Array;
  readonly b: Float32Array;
  readonly inputs: number;
}

function cellOf(call: Call, kind: Kind, part: Part): Cell {
  const units = numberAt(call, "units", 0);
  const count = gates[kind];
  const [kernel, recurrent, bias] = weightsOf(
    call,
    ["kernel", "recurrent_kernel", flagAt(call, "use_bias", true) && "bias"],
    part,
  );
  const wide = count * units;
  if (
    units < 1 ||
    kernel!.shape[1] !== wide ||
    recurrent!.shape[0] !== units ||
    recurrent!.shape[1] !== wide
  )
    refuse(call, `its kernel is ${kernel!.shape.join(" × ")} for ${units} units`);
  const b = new Float32Array(2 * wide);
  if (bias !== undefined) {
    // A GRU that resets after the product has a second bias for it.
    const rows = bias.shape.length === 2 ? 2 : 1;
    for (let row = 0; row < rows; row++) {
      const one = { shape: [1, wide], data: bias.data.subarray(row * wide, (row + 1) * wide) };
      b.set(byGate(kind, one, units), row * wide);
    }
  }
  return {
    w: byGate(kind, kernel!, units),
    r: byGate(kind, recurrent!, units),
    b,
    inputs: kernel!.shape[0]!,
  };
}

const known: Readonly<Record<string, string>> = {
  tanh: "Tanh",
  sigmoid: "Sigmoid",
  relu: "Relu",
  softsign: "Softsign",
  softplus: "Softplus",
  hard_sigmoid: "HardSigmoid",
};

function activationsOf(
  call: Call,
  kind: Kind,
): { readonly names: readonly string[]; readonly hard: number } {
  const name = (key: string, fallback: string): string => {
    const value = call.config[key];
    const found = value === undefined ? fallback : activationName(value);
    const onnx = Object.hasOwn(known, found) ? known[found] : undefined;
    return onnx ?? refuse(call, `its activation ${found.slice(0, 60)} is not known`);
  };
  const main = name("activation", "tanh");
  const gate = kind === "SimpleRNN" ? main : name("recurrent_activation", "sigmoid");
  const names = kind === "LSTM" ? [gate, main, main] : kind === "GRU" ? [gate, main] : [main];
  return { names, hard: call.conversion.isKeras3 ? 1 / 6 : 0.2 };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

interface Run {
  /** Steps × directions × batch × units, and directions × batch × units. */
  readonly all: string;
  readonly last: string;
  readonly steps: number | undefined;
}

/** `calls` has one call for each direction; the second runs backwards. */
function run(
  calls: readonly { readonly call: Call; readonly part: Part }[],
  kind: Kind,
  direction: string,
): Run {
  const { call } = calls[0]!;
  const { builder } = call;
  const x = plain(call);
  if (x.shape.length !== 2) refuse(call, "its input is no sequence");
  if (x.isMasked === true) refuse(call, "masks are not followed");
  for (const each of calls)
    if (flagAt(each.call, "stateful", false) || flagAt(each.call, "return_state", false))
      refuse(call, "it keeps or gives its state");
  const units = numberAt(call, "units", 0);
  const wide = gates[kind] * units;
  const cells = calls.map((each) => cellOf(each.call, kind, each.part));
  const width = cells[0]!.inputs;
  const count = cells.length;
  const { names, hard } = activationsOf(call, kind);
  const turned = builder.node("Transpose", [x.name], { attributes: { perm: [1, 0, 2] } });
  const inputs = [
    turned,
    builder.weights({ shape: [count, wide, width], data: joined(cells.map(({ w }) => w)) }),
    builder.weights({ shape: [count, wide, units], data: joined(cells.map(({ r }) => r)) }),
    builder.weights({ shape: [count, 2 * wide], data: joined(cells.map(({ b }) => b)) }),
  ];
  const all = cells.flatMap(() => names);
  const isUsual =
    kind === "SimpleRNN"
      ? names[0] === "Tanh"
      : names[0] === "Sigmoid" && names.slice(1).every((name) => name === "Tanh");
  const attributes = {
    hidden_size: units,
    ...(direction === "forward" ? {} : { direction }),
    ...(isUsual
      ? {}
      : {
          activations: all,
          ...(all.includes("HardSigmoid")
            ? {
                activation_alpha: {
                  floats: all.map((name) => (name === "HardSigmoid" ? hard : 1)),
                },
                activation_beta: { floats: all.map((name) => (name === "HardSigmoid" ? 0.5 : 0)) },
              }
            : {}),
        }),
    ...(kind === "GRU"
      ? { linear_before_reset: flagAt(call, "reset_after", call.conversion.isKeras3) ? 1 : 0 }
      : {}),
  };
  const outputs = builder.nodes(operators[kind], inputs, {
    attributes,
    outputs: kind === "LSTM" ? 3 : 2,
  });
  return { all: outputs[0]!, last: outputs[1]!, steps: x.shape[0] };
}

const recurrent =
  (kind: Kind): LayerRule =>
  (call) => {
    const { builder } = call;
    const isBack = flagAt(call, "go_backwards", false);
    const { all, last, steps } = run(
      [{ call, part: { attribute: "cell" } }],
      kind,
      isBack ? "reverse" : "forward",
    );
    const units = numberAt(call, "units", 0);
    if (!flagAt(call, "return_sequences", false))
      return {
        name: builder.node("Squeeze", [last, builder.ints([0])]),
        shape: [units],
        isFirst: false,
      };
    const flat = builder.node("Squeeze", [all, builder.ints([1])]);
    // Keras gives the steps in the order in which they were taken, ONNX in that of the input.
    const ordered = isBack
      ? builder.node("Slice", [
          flat,
          builder.ints([-1]),
          builder.ints([-(2 ** 31)]),
          builder.ints([0]),
          builder.ints([-1]),
        ])
      : flat;
    return {
      name: builder.node("Transpose", [ordered], { attributes: { perm: [1, 0, 2] } }),
      shape: [steps, units],
      isFirst: false,
    };
  };

function merged(call: Call, [a, b]: readonly [string, string], axis: number): string {
  const { builder } = call;
  const mode = call.config["merge_mode"] ?? "concat";
  if (mode === "concat") return builder.node("Concat", [a, b], { attributes: { axis } });
  if (mode === "sum") return builder.node("Add", [a, b]);
  if (mode === "mul") return builder.node("Mul", [a, b]);
  if (mode === "ave")
    return builder.node("Div", [builder.node("Add", [a, b]), builder.floats([2])]);
  return refuse(call, "it does not merge its directions");
}

function bidirectional(call: Call): Flow {
  const { builder } = call;
  const forward = isFields(call.config["layer"])
    ? layerOf(call.config["layer"])
    : refuse(call, "it wraps nothing");
  const kind = forward.className;
  if (kind !== "LSTM" && kind !== "GRU" && kind !== "SimpleRNN") refuse(call, `it wraps a ${kind}`);
  const inner = { ...call, config: forward.config };
  if (flagAt(inner, "go_backwards", false)) refuse(call, "its forward layer goes backwards");
  const { all, last, steps } = run(
    [
      { call: inner, part: { attribute: "forward_layer/cell", named: /^forward/ } },
      { call: inner, part: { attribute: "backward_layer/cell", named: /^backward/ } },
    ],
    kind,
    "bidirectional",
  );
  const units = numberAt(inner, "units", 0);
  const width = (call.config["merge_mode"] ?? "concat") === "concat" ? 2 * units : units;
  const isSequence = flagAt(inner, "return_sequences", false);
  const axis = isSequence ? 1 : 0;
  const halves = builder.nodes("Split", [isSequence ? all : last], {
    attributes: { axis, num_outputs: 2 },
    outputs: 2,
  });
  const [a, b] = halves.map((half) => builder.node("Squeeze", [half, builder.ints([axis])])) as [
    string,
    string,
  ];
  const both = merged(call, [a, b], isSequence ? 2 : 1);
  if (!isSequence) return { name: both, shape: [width], isFirst: false };
  return {
    name: builder.node("Transpose", [both], { attributes: { perm: [1, 0, 2] } }),
    shape: [steps, width],
    isFirst: false,
  };
}

export const recurrentRules: Readonly<Record<string, LayerRule>> = {
  LSTM: recurrent("LSTM"),
  GRU: recurrent("GRU"),
  SimpleRNN: recurrent("SimpleRNN"),
  CuDNNLSTM: (call) => refuse(call, "it is of Keras 1"),
  Bidirectional: bidirectional,
};
