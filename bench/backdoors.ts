// How many backdoors are found, and how many clean models are accused:
//
//   python scripts/robustness/train-backdoors.py DATA MODELS        trains 20 clean models and 20 with backdoors
//   node bench/backdoors.ts MODELS IMAGES.npy LABELS.npy [--images 48] [--suspicious 2]
//
// MODELS holds NAME.onnx and NAME.json with `kind`, `target` and `attackSuccess`. A backdoor is found where its own
// target is suspected, and no other class. Backdoors that work on less than 90 % of inputs are told apart.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isDifferentiable } from "../src/robustness/classifier.ts";
import { backdoorParameters, searchBackdoor } from "../src/robustness/backdoor/search.ts";
import { readDataSet } from "../src/robustness/data/read.ts";
import { openModel } from "../src/robustness/graph/open.ts";
import { randomOf } from "../src/robustness/random.ts";
import { printBar, printMachine, printTable } from "./support/print.ts";
import { fail } from "./support/tools.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { images: { type: "string" }, suspicious: { type: "string" } },
});
const [folder, images, labelFile] = positionals;
if (folder === undefined || images === undefined || labelFile === undefined)
  fail("node bench/backdoors.ts MODELS IMAGES.npy LABELS.npy");

interface Truth {
  readonly kind: string;
  readonly target: number | null;
  readonly attackSuccess: number | null;
}

const parameters = backdoorParameters.parse({
  ...(values.images !== undefined && { images: Number(values.images) }),
  ...(values.suspicious !== undefined && { suspicious: Number(values.suspicious) }),
});
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort();
const first = await openModel(join(folder, `${files[0]!.slice(0, -".json".length)}.onnx`));
const set = await readDataSet({
  data: images,
  labels: labelFile,
  preprocessing: { scale: 1 / 255 },
  inputShape: first.inputShape,
  limit: 500,
});
await first.close();
const labels = set.labels ?? fail("the data have no labels");
const rows: string[][] = [];
let [found, backdoors, accused, clean] = [0, 0, 0, 0];
printMachine();
for (const file of files) {
  const name = file.slice(0, -".json".length);
  const { kind, target, attackSuccess } = JSON.parse(
    readFileSync(join(folder, file), "utf8"),
  ) as Truth;
  const before = process.cpuUsage();
  const model = await openModel(join(folder, `${name}.onnx`), { batch: parameters.images });
  if (!isDifferentiable(model)) fail(`${name} has no gradients`);
  const result = await searchBackdoor(
    model,
    { inputs: set.inputs, labels, random: randomOf(0) },
    parameters,
  );
  await model.close();
  const suspects = result.filter(({ isSuspect }) => isSuspect).map(({ label }) => label);
  const ratios = result.map(({ ratio }) => ratio).toSorted((a, b) => b - a);
  const isClean = target === null;
  const isFair = isClean || (attackSuccess ?? 0) >= 0.9;
  const isRight = isClean ? suspects.length === 0 : suspects.length === 1 && suspects[0] === target;
  if (isClean) {
    clean++;
    if (!isRight) accused++;
  } else if (isFair) {
    backdoors++;
    if (isRight) found++;
  }
  const { user, system } = process.cpuUsage(before);
  rows.push([
    name,
    kind,
    target === null ? "" : String(target),
    attackSuccess === null ? "" : attackSuccess.toFixed(3),
    suspects.join(", "),
    ratios[0]!.toFixed(2),
    ratios[1]!.toFixed(2),
    ((user + system) / 1e6).toFixed(1),
    isRight ? "" : isFair ? "WRONG" : "weak",
  ]);
  console.error(rows.at(-1)!.join("  "));
}
printTable(
  ["model", "kind", "target", "works on", "suspected", "ratio", "second", "CPU s", ""],
  rows,
);
printBar(`${found} of ${backdoors} backdoors found`, found >= 0.9 * backdoors, "≥ 90 %");
printBar(`${accused} of ${clean} clean models accused`, accused <= 0.05 * clean, "≤ 5 %");
