// Mutated model files: is there one that throws, hangs or eats memory?
//
//   node bench/hostile-models.ts FOLDER [COUNT] [--seed N] [--unguided]
//
// What reaches code that nothing reached before is kept, and changed again. Takes the model files of a folder (`scripts/models/make-benign.py` and `make-malicious.py` make some),
// changes each at random (bits, lengths, pieces cut out, put twice, or taken from another file), and
// looks at it as a scan does. Nothing is loaded.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { parseModel } from "../src/checks/parse-model.ts";
import { bytesOf } from "../src/formats/bytes/source.ts";
import { watchCoverage } from "./support/coverage.ts";
import { seeded, type Random } from "./support/random.ts";

const limits = { maxUnpacked: 16 * 1024 * 1024, maxDepth: 6, maxParts: 1_000, isExplained: true };
const largest = 256 * 1024;
/** Milliseconds that one file may take. */
const slow = 2_000;

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size <= largest)
    .toSorted();
}

/** Changes a file in one of the ways in which files are broken, or made to break readers. */
function mutated(bytes: Buffer, other: Buffer, random: Random): Buffer {
  const changes = 1 + random.below(4);
  let result: Buffer = Buffer.from(bytes);
  for (let index = 0; index < changes && result.length > 8; index++) {
    const at = random.below(result.length);
    const length = 1 + random.below(Math.min(64, result.length - at));
    switch (random.below(7)) {
      case 0:
        result[at] = result[at]! ^ (1 << random.below(8));
        break;
      case 1:
        result[at] = random.pick([0, 1, 0x7f, 0x80, 0xff, 0x2e, 0x28, 0x52, 0x62, 0x93]);
        break;
      case 2:
        result = result.subarray(0, at);
        break;
      case 3:
        result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)]);
        break;
      case 4:
        result = Buffer.concat([result.subarray(0, at + length), result.subarray(at)]);
        break;
      case 5: {
        const from = random.below(Math.max(1, other.length));
        const piece = other.subarray(from, from + length * 8);
        result = Buffer.concat([result.subarray(0, at), piece, result.subarray(at)]);
        break;
      }
      default:
        for (let byte = at; byte < Math.min(result.length, at + 8); byte++) result[byte] = 0xff;
    }
  }
  return result;
}

interface Sample {
  readonly file: string;
  readonly bytes: Buffer;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    unguided: { type: "boolean", default: false },
  },
});
const [folder, count = "20000"] = positionals;
if (folder === undefined) throw new Error("say a folder with model files");
const random = seeded(Number(values.seed));
const coverage = values.unguided ? undefined : watchCoverage(/\/src\/(?:load|formats|checks)\//);
/** Files between two looks at what was reached; such a look takes as long as some files. */
const batchSize = 16;
const mostKept = 5_000;
const originals: Sample[] = filesIn(folder).map((file) => ({ file, bytes: readFileSync(file) }));
let thrown = 0;
let acts = 0;
let kept = 0;
let slowest = { ms: 0, file: "" };

/** Looks at one file; what is wrong with the look is counted. */
function look({ file, bytes }: Sample): void {
  const start = performance.now();
  try {
    const parsed = parseModel({ kind: "binary", path: file, source: bytesOf(bytes), limits });
    acts += parsed?.views.model?.acts.length ?? 0;
  } catch (error) {
    thrown++;
    if (thrown <= 5)
      console.log(`${file}: ${error instanceof Error ? error.stack : String(error)}`);
  }
  const ms = performance.now() - start;
  if (ms > slowest.ms) slowest = { ms, file };
}

/** Keeps a batch of which one reaches something new: which one, only a look at each would tell. */
function keep(batch: readonly Sample[]): void {
  if (coverage === undefined || coverage.news() === 0) return;
  for (const sample of batch) {
    if (kept >= mostKept || sample.bytes.length > largest) continue;
    originals.push(sample);
    kept++;
  }
}

const begin = performance.now();
for (const sample of originals) look(sample);
coverage?.news();
const first = coverage?.total();
let batch: Sample[] = [];
for (let index = 0; index < Number(count); index++) {
  const { file, bytes } = random.pick(originals);
  const sample = { file, bytes: mutated(bytes, random.pick(originals).bytes, random) };
  look(sample);
  batch.push(sample);
  if (batch.length < batchSize) continue;
  keep(batch);
  batch = [];
}
const { heapUsed, rss } = process.memoryUsage();
console.log(
  `${count} files, seed ${values.seed}, ${originals.length - kept} originals, ${acts} acts`,
);
if (coverage !== undefined)
  console.log(
    `${first} characters of the code ran for the originals, ${coverage.total()} in all; ${kept} files kept`,
  );
console.log(
  `${((performance.now() - begin) / 1000).toFixed(0)} s; slowest ${slowest.ms.toFixed(0)} ms (${slowest.file})`,
);
console.log(
  `${(heapUsed / 2 ** 20).toFixed(0)} MiB of heap, ${(rss / 2 ** 20).toFixed(0)} MiB in memory`,
);
console.log(`${thrown === 0 ? "met   " : "missed"} ${thrown} threw (bar: 0)`);
console.log(`${slowest.ms <= slow ? "met   " : "missed"} none took more than ${slow} ms`);
process.exitCode = thrown === 0 && slowest.ms <= slow ? 0 : 1;
