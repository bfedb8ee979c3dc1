// How the shape of an operator's outputs is said.
import type { ElementType, GraphNode, Tensor } from "../../formats/onnx/model.ts";

/** What is known of a value. */
export interface Fact {
  readonly type: ElementType;
  readonly shape: readonly number[];
  /** The value itself, where it does not depend on the input. */
  readonly constant?: Tensor;
}

/** A node whose outputs are asked for. */
export interface Asked {
  readonly node: GraphNode;
  readonly inputs: readonly (Fact | undefined)[];
  /** The fact of an input; throws `Unknown` where it was left out. */
  need(input: number): Fact;
  /** Whole numbers of a constant input; undefined where it was left out. Throws `Unknown` where it is no constant. */
  wholes(input: number): readonly number[] | undefined;
  /** Numbers of a constant input, as above. */
  numbers(input: number): readonly number[] | undefined;
  int(name: string, fallback?: number): number;
  float(name: string, fallback?: number): number;
  text(name: string, fallback?: string): string;
  ints(name: string): readonly number[] | undefined;
}

/** Shapes of the outputs, with types where they are not that of the first input. */
export type Inference = (asked: Asked) => readonly (readonly number[] | Fact)[];
export type Inferences = Readonly<Record<string, Inference>>;

/** Thrown where the shape cannot be known from what is known. */
export class Unknown extends Error {}

/** The shape that all of these are broadcast to, as numpy does. */
export function broadcast(shapes: readonly (readonly number[])[]): readonly number[] {
  const rank = Math.max(...shapes.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, axis) => {
    let length = 1;
    for (const shape of shapes) {
      const own = shape[axis - rank + shape.length] ?? 1;
      if (own !== 1 && length !== 1 && own !== length)
        throw new Unknown(`[${shapes.map((each) => each.join(", ")).join("] and [")}] do not fit`);
      if (own !== 1) length = own;
    }
    return length;
  });
}
