// Gradients beside PyTorch's, and attacks beside ART, torchattacks and AutoAttack:
//
//   node bench/robustness.ts gradients --models DIR [--only NAME,…]
//   node bench/robustness.ts speed --models DIR --python PATH [--only NAME,…] [--runs N]
//   node bench/robustness.ts attacks --model FILE --images NPY --labels NPY [--python PATH] [--only ATTACK,…]
//
// DIR is what scripts/robustness/export-reference.py wrote. PATH is a Python with PyTorch, and for attacks with ART
// 1.20, torchattacks 3.5 and pyautoattack; without it only ours are run. FILE is a model of
// examples/fashion-classifier/train.py. One thread each, and processor time, so that what else runs counts little.
import { parseArgs } from "node:util";
import { compareAttacks } from "./support/robustness-attacks.ts";
import { compareGradients, raceGradients, timeGradient } from "./support/robustness-gradients.ts";
import { printMachine } from "./support/print.ts";
import { fail } from "./support/tools.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    models: { type: "string" },
    model: { type: "string" },
    images: { type: "string" },
    labels: { type: "string" },
    python: { type: "string" },
    only: { type: "string" },
    runs: { type: "string", default: "3" },
  },
});
const only = values.only?.split(",");
const runs = Number(values.runs);
const needed = (name: "models" | "model" | "images" | "labels" | "python"): string =>
  values[name] ?? fail(`--${name} is needed`);

const parts: Readonly<Record<string, () => Promise<void> | void>> = {
  gradients: () => compareGradients(needed("models"), only),
  speed: () => raceGradients(needed("models"), { python: needed("python"), runs, only }),
  attacks: () =>
    compareAttacks(
      { model: needed("model"), images: needed("images"), labels: needed("labels") },
      { python: values.python, only },
    ),
  // One model in a process of its own, for `speed`.
  time: async () => {
    const [name = "", batch = ""] = values.only?.split(":") ?? [];
    const speed = await timeGradient(needed("models"), { name, batch: Number(batch), runs });
    console.log(JSON.stringify(speed));
  },
};

const [part = ""] = positionals;
const run = parts[part] ?? fail("one of: gradients, speed, attacks");
if (part !== "time") printMachine();
await run();
