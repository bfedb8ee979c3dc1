// Weights of convolutions in another order, for the convolution that follows one back.
import { sizeOf } from "../../batch.ts";
import { bitsOf } from "../../../formats/onnx/read-tensor.ts";
import type { Tensor } from "../../../formats/onnx/model.ts";

/** Elements as whole numbers of their width: they are only moved. */
function cellsOf(tensor: Tensor): Uint8Array | Uint16Array | Uint32Array | BigUint64Array {
  const found = tensor.bytes();
  // A copy where the address does not suit; not `slice`, which is a view where the bytes are a Buffer.
  const { buffer, byteOffset, byteLength } =
    found.byteOffset % 8 === 0 ? found : new Uint8Array(found);
  const bits = bitsOf(tensor.type);
  if (bits === 64) return new BigUint64Array(buffer, byteOffset, byteLength / 8);
  if (bits === 32) return new Uint32Array(buffer, byteOffset, byteLength / 4);
  if (bits === 16) return new Uint16Array(buffer, byteOffset, byteLength / 2);
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** How the new weights come from the old ones. */
export interface Rearrangement {
  readonly group: number;
  /** By spatial axis: for each place in the new kernel and each phase, the place in the old one, or −1 for nothing. */
  readonly places: readonly (readonly (readonly number[])[])[];
}

/** Old places by new place, flattened over the axes: of one choice of phases. −1 where any axis has none. */
function flatPlaces(
  places: readonly (readonly number[])[],
  lengths: readonly number[],
): Int32Array {
  let flat = [0];
  for (const [axis, along] of places.entries())
    flat = flat.flatMap((before) =>
      along.map((place) => (before < 0 || place < 0 ? -1 : before * lengths[axis]! + place)),
    );
  return Int32Array.from(flat);
}

/** Every choice of a phase for each axis, the last axis fastest. */
function phaseChoices(counts: readonly number[]): readonly (readonly number[])[] {
  let choices: readonly (readonly number[])[] = [[]];
  for (const count of counts)
    choices = choices.flatMap((before) =>
      Array.from({ length: count }, (_, phase) => [...before, phase]),
    );
  return choices;
}

/**
 * Weights M × C/group × k… as those of the convolution back: (C · phases) × M/group × k'…, channel by channel and within
 * a channel phase by phase. Nothing is computed before the bytes are asked for.
 */
export function rearranged(tensor: Tensor, { group, places }: Rearrangement): Tensor {
  const [outputs = 1, inputs = 1, ...lengths] = tensor.dims;
  const kernel = places.map((phases) => phases[0]!.length);
  const choices = phaseChoices(places.map((phases) => phases.length));
  const each = outputs / group;
  const dims = [inputs * group * choices.length, each, ...kernel];
  const bytes = (): Uint8Array => {
    const from = cellsOf(tensor);
    const size = sizeOf(lengths);
    const newSize = sizeOf(kernel);
    const into = new (from.constructor as Uint32ArrayConstructor)(sizeOf(dims));
    const cells = from as Uint32Array;
    const flats = choices.map((choice) =>
      flatPlaces(
        choice.map((phase, axis) => places[axis]![phase]!),
        lengths,
      ),
    );
    let at = 0;
    for (let block = 0; block < group; block++)
      for (let input = 0; input < inputs; input++)
        for (const flat of flats)
          for (let output = 0; output < each; output++) {
            const start = ((block * each + output) * inputs + input) * size;
            for (let place = 0; place < newSize; place++, at++) {
              const old = flat[place]!;
              if (old >= 0) into[at] = cells[start + old]!;
            }
          }
    return new Uint8Array(into.buffer);
  };
  return { type: tensor.type, dims, bytes };
}
