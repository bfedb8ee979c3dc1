// Gradients beside PyTorch's: how near they are, and how fast.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDifferentiable, openModel } from "../../src/robustness/index.ts";
import { readGolden, relativeL2, signMismatch, type Golden } from "./golden.ts";
import { percent, printBar, printTable } from "./print.ts";
import { fail, repository } from "./tools.ts";

/** The architectures of the bar on speed, with the batch that each is run with. */
const raced: readonly (readonly [name: string, batch: number])[] = [
  ["wrn16_4", 32],
  ["wrn28_10", 4],
  ["resnet18", 8],
  ["resnet50", 8],
  ["mobilenet_v2", 8],
  ["mobilenet_v3_small", 8],
  ["efficientnet_b0", 8],
  ["squeezenet1_1", 8],
  ["vit_b_16", 8],
  ["convnext_tiny", 8],
  ["text_transformer", 32],
];

/** Below this an architecture counts as one without a kink near its input. */
const regular = 2e-6;

async function compare(golden: Golden, path: string): Promise<readonly string[]> {
  const { shape, input, labels, gradient, single } = golden;
  const file = path.slice(path.lastIndexOf("/") + 1);
  try {
    const begin = performance.now();
    const model = await openModel(path, { batch: labels.length, threads: 1 });
    const opened = (performance.now() - begin) / 1000;
    if (!isDifferentiable(model)) throw new Error(model.info.withoutGradient);
    const given = await model.gradient({ data: input, shape }, { kind: "cross-entropy", labels });
    await model.close();
    const far = relativeL2(given.gradient, gradient);
    const most = single === undefined || single <= regular ? regular : 3 * single;
    printBar(`${file}: ${far.toExponential(1)}`, far <= most, most.toExponential(1));
    return [
      file,
      far.toExponential(1),
      single?.toExponential(1) ?? "",
      percent(signMismatch(given.gradient, gradient), 1),
      opened.toFixed(2),
    ];
  } catch (error) {
    printBar(`${file}: ${String(error).slice(0, 300)}`, false, "a gradient");
    return [file, "none", single?.toExponential(1) ?? "", "", ""];
  }
}

/** Distance to PyTorch's gradients in float64. `folder` is what scripts/robustness/export-reference.py wrote. */
export async function compareGradients(folder: string, only?: readonly string[]): Promise<void> {
  const rows: (readonly string[])[] = [];
  for (const golden of readGolden(folder, only))
    for (const path of golden.models) rows.push(await compare(golden, path));
  console.log("");
  printTable(["model", "relative L2", "PyTorch float32", "signs that differ", "s to open"], rows);
}

interface Speed {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly peakMib: number;
}

function peak(): number {
  const status = readFileSync("/proc/self/status", "utf8");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

/** The best of some runs, in this process: started alone by `raceGradients`, so that memory is one model's. */
export async function timeGradient(
  folder: string,
  { name, batch, runs }: { readonly name: string; readonly batch: number; readonly runs: number },
): Promise<Speed> {
  const [golden = fail(`${name} is not in ${folder}`)] = readGolden(folder, [name]);
  const model = await openModel(golden.models[0]!, { batch, threads: 1 });
  if (!isDifferentiable(model)) return fail(model.info.withoutGradient ?? name);
  const [count = 1, ...axes] = golden.shape;
  const size = golden.input.length / count;
  const data = Float32Array.from(
    { length: batch * size },
    (_, at) => golden.input[at % (count * size)]!,
  );
  const labels = Int32Array.from({ length: batch }, (_, at) => golden.labels[at % count]!);
  const inputs = { data, shape: [batch, ...axes] };
  let best: Speed = { cpuSeconds: Infinity, wallSeconds: Infinity, peakMib: 0 };
  for (let run = 0; run <= runs; run++) {
    const [cpu, wall] = [process.cpuUsage(), performance.now()];
    await model.gradient(inputs, { kind: "cross-entropy", labels });
    const { user, system } = process.cpuUsage(cpu);
    if (run === 0) continue;
    best = {
      cpuSeconds: Math.min(best.cpuSeconds, (user + system) / 1e6),
      wallSeconds: Math.min(best.wallSeconds, (performance.now() - wall) / 1000),
      peakMib: peak(),
    };
  }
  await model.close();
  return best;
}

function lastLine(command: string, args: readonly string[]): Speed | undefined {
  const { status, stdout } = spawnSync(command, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1" },
  });
  const line = stdout.trim().split("\n").at(-1) ?? "";
  return status === 0 && line.startsWith("{") ? (JSON.parse(line) as Speed) : undefined;
}

/** Processor time of a gradient beside PyTorch's, one after the other for each architecture, with one thread. */
export function raceGradients(
  folder: string,
  {
    python,
    runs,
    only,
  }: { readonly python: string; readonly runs: number; readonly only?: readonly string[] },
): void {
  const rows: (readonly string[])[] = [];
  const ratios: number[] = [];
  for (const [name, batch] of raced) {
    if (only !== undefined && !only.includes(name)) continue;
    const self = [join(repository, "bench/robustness.ts"), "time", "--models", folder];
    const ours = lastLine(process.execPath, [
      ...self,
      "--only",
      `${name}:${batch}`,
      "--runs",
      `${runs}`,
    ]);
    const peer = join(repository, "bench/support/gradient_peer.py");
    const theirs = lastLine(python, [peer, "--runs", `${runs}`, `${name}:${batch}`]);
    if (ours === undefined || theirs === undefined) {
      printBar(`${name}: one of the two gave nothing`, false, "both run");
      continue;
    }
    const ratio = theirs.cpuSeconds / ours.cpuSeconds;
    ratios.push(ratio);
    printBar(`${name}: ${ratio.toFixed(2)} × PyTorch's speed`, ratio >= 0.9, "≥ 0.9");
    printBar(
      `${name}: ${(ours.peakMib / theirs.peakMib).toFixed(2)} × its memory`,
      ours.peakMib <= 1.2 * theirs.peakMib,
      "≤ 1.2",
    );
    const cells = [ours, theirs].map((one) => (1000 * one.cpuSeconds).toFixed(0));
    const memory = [ours, theirs].map((one) => one.peakMib.toFixed(0));
    rows.push([`${name} (${batch})`, ...cells, ratio.toFixed(2), ...memory]);
  }
  const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
  printBar(`geometric mean ${mean.toFixed(2)} × PyTorch's speed`, mean >= 1.2, "≥ 1.2");
  console.log("");
  printTable(["model (batch)", "CPU ms", "PyTorch", "ratio", "peak MiB", "PyTorch's"], rows);
}
