// Trains the model of the injection detector and writes src/detect/injection/weights.generated.ts:
//
//   node scripts/train-injection.ts [--hold] [--out FILE]
//
// With --hold parts of the given data stay out (see `heldOut`), so that bench/injection.ts tests on what was not seen.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { corpus, nothingHeld } from "./train-injection/corpus.ts";
import { chanceOf } from "./train-injection/grammar.ts";
import { heldOut } from "./train-injection/held-out.ts";
import { learn } from "./train-injection/learner.ts";
import { bucketCount } from "../src/detect/injection/features.ts";

const { values } = parseArgs({
  options: {
    hold: { type: "boolean" },
    out: { type: "string" },
    epochs: { type: "string", default: "8" },
  },
});
const chance = chanceOf(7);
const examples = corpus(chance, values.hold === true ? heldOut : nothingHeld);
process.stderr.write(`${examples.length} examples\n`);
const { weights, offset } = learn(examples, chance, {
  epochs: Number(values.epochs),
  rate: 0.3,
  decay: 2e-6,
  negative: 1.5,
});

/** Largest weight that is told apart; a head's weights are scaled to it. */
const bytes = new Int8Array(bucketCount * 2);
const scale = [0, 1].map((head) => {
  const sorted = [...weights]
    .filter((value, at) => at % 2 === head && value !== 0)
    .map(Math.abs)
    .sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * 0.9995)] ?? 1) / 127;
});
for (let at = 0; at < bytes.length; at++)
  bytes[at] = Math.max(-127, Math.min(127, Math.round(weights[at]! / scale[at % 2]!)));
const digest = createHash("sha256").update(bytes).digest("hex");
const base64 = Buffer.from(bytes.buffer).toString("base64");
/** How far above even odds a text must be, in logits: what a user says is often odd, and data is mostly long. */
const margin = [0.4, 0.65];
const shifted = offset.map((value, head) => value - margin[head]!);
const round = (values: readonly number[]): string =>
  values.map((value) => value.toPrecision(6)).join(", ");
const file =
  values.out ?? join(import.meta.dirname, "../src/detect/injection/weights.generated.ts");
writeFileSync(
  file,
  `// Made by scripts/train-injection.ts; do not edit.\n/** SHA-256 of the weights. */\nexport const digest = "${digest}";\nexport const scale: readonly number[] = [${round(scale)}];\nexport const offset: readonly number[] = [${round(shifted)}];\n/** One signed byte a weight, in base64. */\nexport const packed =\n  "${base64}";\n`,
);
process.stderr.write(`scale ${round(scale)}, offset ${round(offset)}, sha256 ${digest}\n`);
