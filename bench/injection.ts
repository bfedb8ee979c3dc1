// What the injection detector catches and what it accuses wrongly, in the open and in disguise:
//
//   node bench/injection.ts [--misses SET] [--threshold N]
//
// The sets stand in bench/injection and are not trained on. The given data
// (../shared/data/injection) is tested on where it is there; it was trained on unless the weights were made with
// `node scripts/train-injection.ts --hold`.
import { parseArgs } from "node:util";
import { injectionScore, injectionThreshold } from "../src/detect/injection/find.ts";
import { disguises } from "./support/disguises.ts";
import { givenSets, injectionSets, type InjectionSet } from "./support/injection-sets.ts";
import { printTable } from "./support/print.ts";

const { values } = parseArgs({
  options: { misses: { type: "string" }, threshold: { type: "string" } },
});
const threshold = values.threshold === undefined ? injectionThreshold : Number(values.threshold);

function share({ texts, source }: InjectionSet, disguise: (text: string) => string): string {
  const caught = texts.filter(
    ({ text, wrap }) => injectionScore(wrap(disguise(text)), source) >= threshold,
  );
  return ((100 * caught.length) / texts.length).toFixed(1);
}

const sets = [...injectionSets(), ...givenSets()];
printTable(
  ["set", "texts", "bar", ...Object.keys(disguises)],
  sets.map((set) => [
    set.name,
    String(set.texts.length),
    `${set.isAttack ? "≥" : "≤"} ${set.bar}`,
    ...Object.values(disguises).map((disguise) => share(set, disguise)),
  ]),
);

if (values.misses !== undefined)
  for (const { name, texts, source, isAttack } of sets) {
    if (!name.includes(values.misses)) continue;
    for (const { text, wrap } of texts) {
      const score = injectionScore(wrap(text), source);
      if (score >= threshold !== isAttack)
        process.stdout.write(`${score.toFixed(2)}  ${text.slice(0, 160).replaceAll("\n", " ")}\n`);
    }
  }

/** Microseconds for a text, the best of several rounds. */
function timed(text: string): number {
  let best = Infinity;
  for (let round = 0; round < 30; round++) {
    const before = performance.now();
    for (let count = 0; count < 50; count++) injectionScore(text, "user");
    best = Math.min(best, (performance.now() - before) * 20);
  }
  return best;
}
const long = sets
  .flatMap(({ texts }) => texts)
  .map(({ text }) => text)
  .filter((text) => text.length > 300)
  .join("\n")
  .slice(0, 2_000);
process.stdout.write(`\n${timed(long).toFixed(0)} µs for ${long.length} characters of documents\n`);
