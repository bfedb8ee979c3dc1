// What flows between layers. Keras keeps channels last and ONNX's convolutions want them first, so that what a
// convolution gives stays as it is until a layer needs Keras's own order.
import type { Builder } from "../convert/builder.ts";

/** A value without its batch; an undefined length is open. */
export interface Flow {
  readonly name: string;
  /** As Keras has it. */
  readonly shape: readonly (number | undefined)[];
  /** The last axis lies behind the batch, before the others. */
  readonly isFirst: boolean;
  /** Keras would hand on a mask with it, which tells steps that do not count. */
  readonly isMasked?: boolean;
}

/** Turns that were made already, by value. */
const turned = new WeakMap<Builder, Map<string, string>>();

function turn(builder: Builder, name: string, perm: readonly number[]): string {
  let known = turned.get(builder);
  if (known === undefined) turned.set(builder, (known = new Map()));
  const key = `${name} ${perm.join()}`;
  let made = known.get(key);
  if (made === undefined)
    known.set(key, (made = builder.node("Transpose", [name], { attributes: { perm } })));
  return made;
}

/** In Keras's order. */
export function inOrder(builder: Builder, flow: Flow): Flow {
  const rank = flow.shape.length;
  if (!flow.isFirst || rank < 2) return { ...flow, isFirst: false };
  const spatial = Array.from({ length: rank - 1 }, (_, axis) => axis + 2);
  return { ...flow, name: turn(builder, flow.name, [0, ...spatial, 1]), isFirst: false };
}

/** With channels behind the batch. */
export function channelsFirst(builder: Builder, flow: Flow): Flow {
  const rank = flow.shape.length;
  if (flow.isFirst || rank < 2) return { ...flow, isFirst: rank >= 2 };
  const spatial = Array.from({ length: rank - 1 }, (_, axis) => axis + 1);
  return { ...flow, name: turn(builder, flow.name, [0, rank, ...spatial]), isFirst: true };
}
