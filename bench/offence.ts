// Precision and recall of the detector of offensive language on ../shared/data/toxicity, and its false
// alarms on prompts and dialogues:
//
//   node bench/offence.ts
//
// Tweets of three annotators: "hate" and "offensive" against "neither". The list was not fitted to them;
// the two halves show how much the numbers vary.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { findOffence } from "../src/detect/offence/index.ts";

const data = join(import.meta.dirname, "..", "..", "shared", "data");
const file = join(data, "toxicity", "davidson_dev.csv");
if (!existsSync(file)) {
  console.log(`Nothing to measure: ${file} is not there.`);
  process.exit(0);
}

/** Rows `,count,hate,offensive,neither,class,tweet`, the last quoted where it has commas or line breaks. */
const rows = Array.from(
  readFileSync(file, "utf8").matchAll(
    /^\d+,\d+,\d+,\d+,\d+,([012]),(?:"((?:[^"]|"")*)"|([^\n]*))$/gm,
  ),
  ([, kind, quoted, bare]) => ({
    kind,
    text: (quoted ?? bare ?? "").replaceAll('""', '"').replaceAll(/&#\d+;/g, " "),
  }),
);

const isTold = (text: string, threshold: number): boolean =>
  findOffence(text).some(({ score }) => score >= threshold);

for (const threshold of [0.35, 0.5, 0.7])
  for (const [name, half] of [
    ["even rows", rows.filter((_, at) => at % 2 === 0)],
    ["odd rows", rows.filter((_, at) => at % 2 === 1)],
  ] as const) {
    const bad = half.filter(({ kind }) => kind !== "2");
    const good = half.filter(({ kind }) => kind === "2");
    const found = bad.filter(({ text }) => isTold(text, threshold)).length;
    const hate = bad.filter(({ kind }) => kind === "0");
    const foundHate = hate.filter(({ text }) => isTold(text, threshold)).length;
    const wrong = good.filter(({ text }) => isTold(text, threshold)).length;
    console.log(
      `${threshold} ${name.padEnd(9)} recall ${((100 * found) / bad.length).toFixed(1)} (hate ${((100 * foundHate) / hate.length).toFixed(1)}), precision ${((100 * found) / (found + wrong)).toFixed(1)}, ${((100 * wrong) / good.length).toFixed(1)} % of ${good.length} others flagged`,
    );
  }

const prompts = readFileSync(join(data, "injection", "awesome_prompts_benign.csv"), "utf8").split(
  /\n(?=")/,
);
const dialogues = gunzipSync(
  readFileSync(join(data, "injection", "hh_rlhf_harmless_test.jsonl.gz")),
)
  .toString("utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => (JSON.parse(line) as { readonly chosen: string }).chosen);
console.log(
  `prompts: ${prompts.filter((text) => isTold(text, 0.5)).length} of ${prompts.length} flagged at 0.5`,
);
console.log(
  `dialogues (many toxic): ${dialogues.filter((text) => isTold(text, 0.5)).length} of ${dialogues.length}`,
);
const texts = prompts.filter(({ length }) => length > 2_000).map((text) => text.slice(0, 2_000));
let best = Number.POSITIVE_INFINITY;
for (let round = 0; round < 20; round++) {
  const before = performance.now();
  for (const text of texts) findOffence(text);
  best = Math.min(best, performance.now() - before);
}
console.log(`${((best * 1_000) / texts.length).toFixed(1)} µs for 2,000 characters`);
