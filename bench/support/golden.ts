// Gradients that PyTorch computed, as scripts/robustness/export-reference.py writes them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Stored {
  readonly file: string;
  readonly dtype: string;
  readonly shape: readonly number[];
}

interface Facts {
  readonly name: string;
  readonly model: string;
  readonly alsoAs: readonly string[];
  readonly labels: readonly number[];
  readonly float32RelativeL2?: number;
  readonly files: Readonly<Record<string, Stored>>;
}

/** One architecture: its files, an input, and what PyTorch says the gradient of the cross-entropy is. */
export interface Golden {
  readonly name: string;
  readonly models: readonly string[];
  readonly shape: readonly number[];
  readonly input: Float32Array;
  readonly labels: Int32Array;
  /** In float64. */
  readonly gradient: Float64Array;
  /** How far PyTorch's own float32 is from it; not known of quantised models. */
  readonly single: number | undefined;
}

/** All that lie in a folder, those named in `only` where given. */
export function readGolden(folder: string, only?: readonly string[]): readonly Golden[] {
  const read = (file: string): ArrayBuffer => {
    const bytes = readFileSync(join(folder, file));
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  };
  const names = readdirSync(folder).filter((name) => name.endsWith(".golden.json"));
  return names
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Facts)
    .filter(({ name }) => only === undefined || only.includes(name))
    .map(({ name, model, alsoAs, labels, files, float32RelativeL2 }) => ({
      name,
      models: [model, ...alsoAs]
        .map((file) => join(folder, file))
        .filter((file) => existsSync(file)),
      shape: files["input"]!.shape,
      input: new Float32Array(read(files["input"]!.file)),
      labels: Int32Array.from(labels),
      gradient: new Float64Array(read(files["gradient64"]!.file)),
      single: float32RelativeL2,
    }));
}

/** |ours − exact| / |exact|. */
export function relativeL2(ours: Float32Array, exact: Float64Array): number {
  let [apart, whole] = [0, 0];
  for (const [at, value] of exact.entries()) {
    apart += (ours[at]! - value) ** 2;
    whole += value ** 2;
  }
  return Math.sqrt(apart / whole);
}

/** Share of elements whose sign differs. */
export function signMismatch(ours: Float32Array, exact: Float64Array): number {
  let differ = 0;
  for (const [at, value] of exact.entries())
    if (Math.sign(ours[at]!) !== Math.sign(value)) differ++;
  return differ / exact.length;
}
