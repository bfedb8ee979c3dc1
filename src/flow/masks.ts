import { sinkKinds, type SinkKind } from "./model.ts";

/** Each kind of sink has a bit; in the mask of a taint it says that the value is harmless there. */
const kinds = Object.keys(sinkKinds) as SinkKind[];
const bits = new Map(kinds.map((kind, index) => [kind, 1 << index]));

/** The mask of what is harmless everywhere. */
export const everything = (1 << kinds.length) - 1;

export function maskOf(sinks: readonly SinkKind[] | "all"): number {
  if (sinks === "all") return everything;
  let mask = 0;
  for (const kind of sinks) mask |= bits.get(kind)!;
  return mask;
}

export function bitOf(kind: SinkKind): number {
  return bits.get(kind)!;
}
