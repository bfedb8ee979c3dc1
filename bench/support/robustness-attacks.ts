// Attacks beside those of ART, torchattacks and AutoAttack, on the same model and images.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { attacks } from "../../src/robustness/attacks/registry.ts";
import { countOf, sizeOf, sliceOf, type Batch } from "../../src/robustness/batch.ts";
import { isDifferentiable, openModel, type Classifier } from "../../src/robustness/index.ts";
import { readDataSet } from "../../src/robustness/data/read.ts";
import { randomOf } from "../../src/robustness/random.ts";
import { median } from "./clock.ts";
import { printBar, printTable } from "./print.ts";
import { fail, repository } from "./tools.ts";

interface Outcome {
  readonly robustAccuracy: number;
  readonly medianL2: number | null;
  readonly cpuSeconds: number;
}

/** One attack, as each tool calls it. */
interface Contest {
  readonly attack: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Of the peers' driver; `tools` says which run it, under their name of it. */
  readonly options: readonly string[];
  readonly tools: readonly (readonly [tool: string, attack: string])[];
  readonly count: number;
  /** Most points that robust accuracy may differ. Attacks that search the least move are held to their medians. */
  readonly points?: number;
  /** CPU of the first tool, at least so many times ours. */
  readonly faster: number;
}

const eps = 8 / 255;
const steps = { eps, stepSize: 2 / 255, steps: 10 };
const usual = (attack: string, ...more: (readonly [string, string])[]): Contest["tools"] => [
  ["art", attack],
  ["torchattacks", attack],
  ...more,
];

const contests: readonly Contest[] = [
  {
    attack: "fgsm",
    parameters: { eps },
    options: [],
    tools: usual("fgsm"),
    count: 1000,
    points: 0.2,
    faster: 1,
  },
  {
    attack: "pgd",
    parameters: { ...steps, randomStart: false },
    options: [],
    tools: usual("pgd", ["art", "pgd-numpy"]),
    count: 1000,
    points: 0.2,
    faster: 1.5,
  },
  {
    attack: "mi-fgsm",
    parameters: steps,
    options: [],
    tools: usual("mifgsm"),
    count: 1000,
    points: 0.2,
    faster: 1,
  },
  {
    attack: "pgd",
    parameters: { norm: "l2", eps: 1, stepSize: 0.2, steps: 10, randomStart: false },
    options: ["--eps", "1", "--step", "1/5"],
    tools: usual("pgd-l2"),
    count: 1000,
    points: 0.2,
    faster: 1,
  },
  {
    attack: "deepfool",
    parameters: { steps: 50 },
    options: ["--steps", "50"],
    tools: usual("deepfool"),
    count: 1000,
    faster: 5,
  },
  {
    attack: "cw-l2",
    parameters: {},
    options: [],
    tools: [["art", "cw-l2"]],
    count: 200,
    faster: 5,
  },
  {
    attack: "autoattack",
    parameters: { eps },
    options: [],
    tools: [["autoattack", "standard"]],
    count: 500,
    points: 0.6,
    faster: 1 / 0.7,
  },
];

function classes(scores: Float32Array, count: number): Int32Array {
  const width = scores.length / count;
  return Int32Array.from({ length: count }, (_, row) => {
    const own = scores.subarray(row * width, (row + 1) * width);
    return own.indexOf(Math.max(...own));
  });
}

async function outcomeOf(
  model: Classifier,
  clean: { readonly inputs: Batch; readonly labels: Int32Array },
  { adversarial, cpuSeconds }: { readonly adversarial: Batch; readonly cpuSeconds: number },
): Promise<Outcome> {
  const count = countOf(clean.inputs);
  const size = sizeOf(clean.inputs.shape.slice(1));
  const before = classes(await model.predict(clean.inputs), count);
  const after = classes(await model.predict(adversarial), count);
  let held = 0;
  const moves: number[] = [];
  for (const [item, label] of clean.labels.entries()) {
    if (before[item] !== label) continue;
    if (after[item] === label) held++;
    else {
      let square = 0;
      for (let at = item * size; at < (item + 1) * size; at++)
        square += (adversarial.data[at]! - clean.inputs.data[at]!) ** 2;
      moves.push(Math.sqrt(square));
    }
  }
  return {
    robustAccuracy: held / count,
    medianL2: moves.length > 0 ? median(moves) : null,
    cpuSeconds,
  };
}

async function ours(contest: Contest, files: Files): Promise<Outcome> {
  const model = await openModel(files.model, { threads: 1 });
  if (!isDifferentiable(model)) return fail(model.info.withoutGradient ?? files.model);
  const { inputs, labels } = await readDataSet({
    data: files.images,
    labels: files.labels,
    limit: contest.count,
    inputShape: model.inputShape,
    preprocessing: { scale: 1 / 255, range: [0, 1] },
  });
  if (labels === undefined) return fail(`${files.images} has no labels`);
  const attack = attacks.find(({ meta }) => meta.id === contest.attack) ?? fail(contest.attack);
  const run = async (count: number, parameters: Contest["parameters"]): Promise<Batch> => {
    const input = {
      inputs: sliceOf(inputs, 0, count),
      labels: labels.subarray(0, count),
      random: randomOf(0),
      first: 0,
    };
    const parsed = attack.parameters.parse(parameters);
    return (await attack.run(model as never, input, parsed as never)).adversarial;
  };
  // As of the peers, the first call is not counted.
  await run(2, contest.parameters);
  const begin = process.cpuUsage();
  const adversarial = await run(contest.count, contest.parameters);
  const { user, system } = process.cpuUsage(begin);
  const outcome = await outcomeOf(
    model,
    { inputs, labels },
    { adversarial, cpuSeconds: (user + system) / 1e6 },
  );
  await model.close();
  return outcome;
}

/** What is attacked. */
export interface Files {
  readonly model: string;
  readonly images: string;
  readonly labels: string;
}

function theirs(python: string, files: Files, args: readonly string[]): Outcome | undefined {
  const driver = join(repository, "bench/support/attack_peers.py");
  const [tool = "", attack = "", ...options] = args;
  const { status, stdout } = spawnSync(
    python,
    ["-W", "ignore", driver, tool, attack, files.model, files.images, files.labels, ...options],
    { encoding: "utf8", env: { ...process.env, OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1" } },
  );
  return status === 0 ? (JSON.parse(stdout) as Outcome) : undefined;
}

function row(name: string, { robustAccuracy, medianL2, cpuSeconds }: Outcome): readonly string[] {
  return [
    name,
    (100 * robustAccuracy).toFixed(2),
    medianL2?.toFixed(3) ?? "",
    cpuSeconds.toFixed(2),
  ];
}

function judge(
  contest: Contest,
  own: Outcome,
  [tool, peer, isFirst]: readonly [string, Outcome, boolean],
): void {
  const name = `${contest.attack} beside ${tool}`;
  const { points, faster } = contest;
  if (points === undefined) {
    const isStronger = own.robustAccuracy <= peer.robustAccuracy + 0.002;
    printBar(
      `${name}: ${own.robustAccuracy} hold, of the peer ${peer.robustAccuracy}`,
      isStronger,
      "not more",
    );
    const isNearer = (own.medianL2 ?? Infinity) <= 1.02 * (peer.medianL2 ?? Infinity);
    printBar(
      `${name}: median move ${own.medianL2}, of the peer ${peer.medianL2}`,
      isNearer,
      "≤ 1.02 ×",
    );
  } else {
    const apart = 100 * Math.abs(own.robustAccuracy - peer.robustAccuracy);
    printBar(`${name}: ${apart.toFixed(2)} points apart`, apart <= points + 1e-9, `≤ ${points}`);
  }
  const ratio = peer.cpuSeconds / own.cpuSeconds;
  if (isFirst)
    printBar(`${name}: ${ratio.toFixed(2)} × less CPU`, ratio >= faster, `≥ ${faster.toFixed(2)}`);
}

/** Robust accuracy and processor time of each attack beside the peers'. */
export async function compareAttacks(
  files: Files,
  { python, only }: { readonly python: string | undefined; readonly only?: readonly string[] },
): Promise<void> {
  const rows: (readonly string[])[] = [];
  for (const contest of contests) {
    if (only !== undefined && !only.includes(contest.attack)) continue;
    const own = await ours(contest, files);
    rows.push(row(`${contest.attack}, ${contest.count} images`, own));
    for (const [at, [tool, attack]] of contest.tools.entries()) {
      if (python === undefined) break;
      const options = ["--count", `${contest.count}`, ...contest.options];
      const peer = theirs(python, files, [tool, attack, ...options]);
      rows.push(
        peer === undefined
          ? [`  ${tool} ${attack}: not there`, "", "", ""]
          : row(`  ${tool} ${attack}`, peer),
      );
      if (peer !== undefined) judge(contest, own, [`${tool} ${attack}`, peer, at === 0]);
    }
  }
  console.log("");
  printTable(["attack", "robust %", "median L2", "CPU s"], rows);
}
