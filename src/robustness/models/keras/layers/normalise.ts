// Layers that normalise, and those that scale inputs within the model.
import type { WeightArray } from "../../convert/builder.ts";
import {
  axisAt,
  flagAt,
  numberAt,
  one,
  plain,
  refuse,
  weightsOf,
  type Call,
  type LayerRule,
} from "../call.ts";
import { channelsFirst, inOrder, type Flow } from "../flow.ts";

const filledWith = (count: number, value: number): WeightArray => ({
  shape: [count],
  data: new Float32Array(count).fill(value),
});

function lastAxis(call: Call, fallback: number): readonly number[] {
  const { axis = fallback } = call.config;
  const list: readonly unknown[] = Array.isArray(axis) ? axis : [axis];
  if (!list.every((each): each is number => typeof each === "number"))
    refuse(call, "its axis is not understood");
  const rank = one(call).shape.length;
  return list.map((each) => axisAt(call, each, rank));
}

function batchNormalization(call: Call): Flow {
  const { builder } = call;
  const given = one(call);
  const rank = given.shape.length;
  const [axis, ...more] = lastAxis(call, -1);
  if (more.length > 0 || (axis !== rank - 1 && axis !== 0))
    refuse(call, "its axis is not that of channels");
  const [hasScale, hasCentre] = [flagAt(call, "scale", true), flagAt(call, "center", true)];
  const found = weightsOf(call, [
    hasScale && "gamma",
    hasCentre && "beta",
    "moving_mean",
    "moving_variance",
  ]);
  const [mean, variance] = found.slice(-2) as [WeightArray, WeightArray];
  const channels = mean.shape[0]!;
  const gamma = hasScale ? found[0]! : filledWith(channels, 1);
  const beta = hasCentre ? found[hasScale ? 1 : 0]! : filledWith(channels, 0);
  const epsilon = numberAt(call, "epsilon", 1e-3);
  const isLast = axis === rank - 1;
  if (rank > 1 && isLast && !given.isFirst && rank !== 3) {
    // Along the last axis it is a product and a sum, which need no turn of the axes.
    const factor = gamma.data.map((value, k) => value / Math.sqrt(variance.data[k]! + epsilon));
    const shift = beta.data.map((value, k) => value - mean.data[k]! * factor[k]!);
    const scaled = builder.node("Mul", [
      given.name,
      builder.weights({ shape: [channels], data: factor }),
    ]);
    return {
      ...given,
      name: builder.node("Add", [scaled, builder.weights({ shape: [channels], data: shift })]),
    };
  }
  const x = isLast ? channelsFirst(builder, given) : inOrder(builder, given);
  const name = builder.node(
    "BatchNormalization",
    [x.name, ...[gamma, beta, mean, variance].map((each) => builder.weights(each))],
    { attributes: { epsilon: { float: epsilon } } },
  );
  return { ...x, name };
}

function layerNormalization(call: Call): Flow {
  const { builder } = call;
  const x = plain(call);
  const rank = x.shape.length;
  const axes = [...lastAxis(call, -1)].sort((a, b) => a - b);
  if (axes.some((axis, index) => axis !== rank - axes.length + index))
    refuse(call, "its axes are not the last ones");
  if (flagAt(call, "rms_scaling", false)) refuse(call, "it scales by the root mean square");
  const [hasScale, hasCentre] = [flagAt(call, "scale", true), flagAt(call, "center", true)];
  const found =
    hasScale || hasCentre ? weightsOf(call, [hasScale && "gamma", hasCentre && "beta"]) : [];
  const size = axes.map(
    (axis) => x.shape[axis] ?? refuse(call, "a length that it normalises is open"),
  );
  const whole = size.reduce((product, length) => product * length, 1);
  const scale = hasScale ? found[0]! : { shape: size, data: filledWith(whole, 1).data };
  const inputs = [x.name, builder.weights({ shape: size, data: scale.data })];
  if (hasCentre) inputs.push(builder.weights({ shape: size, data: found.at(-1)!.data }));
  const name = builder.node("LayerNormalization", inputs, {
    attributes: { axis: -axes.length, epsilon: { float: numberAt(call, "epsilon", 1e-3) } },
  });
  return { ...x, name };
}

function groupNormalization(call: Call): Flow {
  const { builder } = call;
  const given = one(call);
  const [axis, ...more] = lastAxis(call, -1);
  if (more.length > 0 || axis !== given.shape.length - 1) refuse(call, "its axis is not the last");
  const x = channelsFirst(builder, given);
  const channels = x.shape.at(-1) ?? refuse(call, "the number of channels is open");
  const [hasScale, hasCentre] = [flagAt(call, "scale", true), flagAt(call, "center", true)];
  const found =
    hasScale || hasCentre ? weightsOf(call, [hasScale && "gamma", hasCentre && "beta"]) : [];
  const stated = numberAt(call, "groups", 32);
  const groups = stated === -1 ? channels : stated;
  if (groups < 1 || channels % groups !== 0)
    refuse(call, `${channels} channels are no ${groups} groups`);
  const scale = hasScale ? found[0]! : filledWith(channels, 1);
  const shift = hasCentre ? found.at(-1)! : filledWith(channels, 0);
  const name = builder.node(
    "GroupNormalization",
    [x.name, builder.weights(scale), builder.weights(shift)],
    { attributes: { num_groups: groups, epsilon: { float: numberAt(call, "epsilon", 1e-3) } } },
  );
  return { ...x, name };
}

/** A number, or numbers for the last axis. */
function perChannel(call: Call, key: string, fallback: number): readonly number[] {
  const value = call.config[key] ?? fallback;
  const list: readonly unknown[] = Array.isArray(value) ? value.flat(Infinity) : [value];
  if (!list.every((each): each is number => typeof each === "number"))
    refuse(call, `its ${key} is not understood`);
  return list;
}

function rescaling(call: Call): Flow {
  const { builder, conversion } = call;
  const [scale, offset] = [perChannel(call, "scale", 1), perChannel(call, "offset", 0)];
  const x = scale.length === 1 && offset.length === 1 ? one(call) : plain(call);
  conversion.notes.add(
    "the model scales its inputs itself (Rescaling): give it what that layer expects",
  );
  const product = builder.node("Mul", [x.name, builder.floats(scale)]);
  const isZero = offset.every((each) => each === 0);
  return { ...x, name: isZero ? product : builder.node("Add", [product, builder.floats(offset)]) };
}

function normalization(call: Call): Flow {
  const { builder, conversion } = call;
  if (flagAt(call, "invert", false)) refuse(call, "it is inverted");
  const stated = call.config["mean"] !== null && call.config["mean"] !== undefined;
  const x = plain(call);
  const rank = x.shape.length;
  const { axis = -1 } = call.config;
  const axes: readonly unknown[] = axis === null ? [] : Array.isArray(axis) ? axis : [axis];
  if (axes.length > 1 || (axes.length === 1 && axisAt(call, Number(axes[0]), rank) !== rank - 1))
    refuse(call, "its axis is not the last");
  const found = stated ? undefined : weightsOf(call, ["mean", "variance"]);
  const mean = found === undefined ? perChannel(call, "mean", 0) : [...found[0]!.data];
  const variance = found === undefined ? perChannel(call, "variance", 1) : [...found[1]!.data];
  conversion.notes.add(
    "the model normalises its inputs itself (Normalization): give it what that layer expects",
  );
  const factor = variance.map((value) => 1 / Math.max(Math.sqrt(value), 1e-7));
  const dims = mean.length === 1 ? [] : [mean.length];
  const centred = builder.node("Sub", [x.name, builder.floats(mean, dims)]);
  return {
    ...x,
    name: builder.node("Mul", [
      centred,
      builder.floats(factor, factor.length === 1 ? [] : [factor.length]),
    ]),
  };
}

/** ConvNeXt's own layer: a factor for each channel. */
function layerScale(call: Call): Flow {
  const x = plain(call);
  const [gamma] = weightsOf(call, ["gamma"]);
  return { ...x, name: call.builder.node("Mul", [x.name, call.builder.weights(gamma!)]) };
}

export const normaliseRules: Readonly<Record<string, LayerRule>> = {
  BatchNormalization: batchNormalization,
  LayerNormalization: layerNormalization,
  GroupNormalization: groupNormalization,
  LayerScale: layerScale,
  Rescaling: rescaling,
  Normalization: normalization,
};
