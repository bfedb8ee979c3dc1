/** Inverse of the standard normal distribution (Acklam's rational approximation, relative error 1.2e-9). */
export function normalQuantile(p: number): number {
  const a = [
    -3.969_683_028_665_376e1, 2.209_460_984_245_205e2, -2.759_285_104_469_687e2,
    1.383_577_518_672_69e2, -3.066_479_806_614_716e1, 2.506_628_277_459_239,
  ] as const;
  const b = [
    -5.447_609_879_822_406e1, 1.615_858_368_580_409e2, -1.556_989_798_598_866e2,
    6.680_131_188_771_972e1, -1.328_068_155_288_572e1,
  ] as const;
  const c = [
    -7.784_894_002_430_293e-3, -3.223_964_580_411_365e-1, -2.400_758_277_161_838,
    -2.549_732_539_343_734, 4.374_664_141_464_968, 2.938_163_982_698_783,
  ] as const;
  const d = [
    7.784_695_709_041_462e-3, 3.224_671_290_700_398e-1, 2.445_134_137_142_996,
    3.754_408_661_907_416,
  ] as const;
  if (p < 0.024_25 || p > 1 - 0.024_25) {
    const q = Math.sqrt(-2 * Math.log(p < 0.5 ? p : 1 - p));
    const top = ((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5];
    const value = top / ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
    return p < 0.5 ? value : -value;
  }
  const q = p - 0.5;
  const r = q * q;
  const top = ((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5];
  return (top * q) / (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
}

/**
 * Shapiro and Wilk's W: near 1 for a sample of a normal distribution. Weights after Royston (1992, 1995;
 * algorithm AS R94), for 12 to 5,000 values. Undefined for fewer, or where all are the same.
 */
export function shapiroWilk(sample: readonly number[]): number | undefined {
  const n = sample.length;
  if (n < 12) return undefined;
  const x = Float64Array.from(sample).toSorted();
  const m = Array.from(x, (_, index) => normalQuantile((index + 1 - 0.375) / (n + 0.25)));
  const squares = m.reduce((sum, each) => sum + each * each, 0);
  const u = 1 / Math.sqrt(n);
  const poly = (factors: readonly number[]) =>
    factors.reduceRight((sum, factor) => sum * u + factor, 0);
  const root = Math.sqrt(squares);
  const last =
    m[n - 1]! / root + poly([0, 0.221_157, -0.147_981, -2.071_19, 4.434_685, -2.706_056]);
  const next =
    m[n - 2]! / root + poly([0, 0.042_981, -0.293_762, -1.752_461, 5.682_633, -3.582_633]);
  const rest =
    (squares - 2 * m[n - 1]! ** 2 - 2 * m[n - 2]! ** 2) / (1 - 2 * last * last - 2 * next * next);
  const scale = 1 / Math.sqrt(rest);
  const mean = x.reduce((sum, each) => sum + each, 0) / n;
  let top = 0;
  let spread = 0;
  for (let index = 0; index < n; index++) {
    const mirrored = n - 1 - index;
    const weight =
      mirrored === 0
        ? last
        : mirrored === 1
          ? next
          : index === 0
            ? -last
            : index === 1
              ? -next
              : m[index]! * scale;
    top += weight * x[index]!;
    spread += (x[index]! - mean) ** 2;
  }
  return spread < 1e-12 ? undefined : (top * top) / spread;
}
