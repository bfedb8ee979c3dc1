// The lines between which a ReLU is held where its input lies between two bounds.

export interface ReluLines {
  readonly slopeBelow: Float32Array;
  readonly slopeAbove: Float32Array;
  readonly offsetAbove: Float32Array;
}

/**
 * Lines of a ReLU with slope `alpha` on the negative side. The line below is the one that leaves less area
 * (CROWN's adaptive choice, Zhang et al. 2018).
 */
export function reluLines(lower: Float32Array, upper: Float32Array, alpha: number): ReluLines {
  const slopeBelow = new Float32Array(lower.length);
  const slopeAbove = new Float32Array(lower.length);
  const offsetAbove = new Float32Array(lower.length);
  for (let at = 0; at < lower.length; at++) {
    const low = lower[at]!;
    const high = upper[at]!;
    if (low >= 0) slopeBelow[at] = slopeAbove[at] = 1;
    else if (high <= 0) slopeBelow[at] = slopeAbove[at] = alpha;
    else {
      const slope = (high - alpha * low) / (high - low);
      slopeAbove[at] = slope;
      // From (low, alpha · low) to (high, high).
      offsetAbove[at] = high * (1 - slope);
      slopeBelow[at] = high > -low ? 1 : alpha;
    }
  }
  return { slopeBelow, slopeAbove, offsetAbove };
}

/** Places at which a bend is not decided by its bounds. */
export function undecided(lower: Float32Array, upper: Float32Array): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < lower.length; at++) if (lower[at]! < 0 && upper[at]! > 0) places.push(at);
  return places;
}
