// Precision, recall and time of the detectors of personal data, on ../shared/data/pii:
//
//   node bench/personal.ts [--misses]
//
// Both halves, by the templates' numbers, were seen while the rules were written, so neither is truly
// held out: the numbers say how well what is known is covered, not how well unseen sentences are. A
// detection is right where it overlaps a label of its kind, and a label is found where one of its
// kind overlaps it; all spans, however short the sentence, count the same. Then false alarms on
// ordinary text, where every detection is printed with --misses, since some are right.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Detection, DetectionKind } from "../src/detect/detection.ts";
import { findPersonal } from "../src/detect/personal/find.ts";

const data = join(import.meta.dirname, "..", "..", "shared", "data");
const showsMisses = process.argv.includes("--misses");
const threshold = 0.5;

interface Labelled {
  readonly full_text: string;
  readonly template_id: number;
  readonly spans: readonly {
    readonly entity_type: string;
    readonly start_position: number;
    readonly end_position: number;
  }[];
}

const kinds: Readonly<Record<string, DetectionKind>> = {
  EMAIL_ADDRESS: "email-address",
  IP_ADDRESS: "ip-address",
  US_SSN: "us-ssn",
  CREDIT_CARD: "credit-card",
  IBAN_CODE: "iban",
  PHONE_NUMBER: "phone-number",
};

const find = (text: string): readonly Detection[] =>
  findPersonal(text).filter(({ score }) => score >= threshold);

interface Count {
  labels: number;
  found: number;
  told: number;
  right: number;
}

function percent(part: number, whole: number): string {
  return (whole === 0 ? "–" : ((100 * part) / whole).toFixed(1)).padStart(5);
}

function count(sentences: readonly Labelled[]): Map<DetectionKind, Count> {
  const counts = new Map<DetectionKind, Count>();
  for (const kind of [...Object.values(kinds), "national-id" as const])
    counts.set(kind, { labels: 0, found: 0, told: 0, right: 0 });
  for (const { full_text: text, spans } of sentences) {
    const detections = find(text);
    const labels = spans.map(({ entity_type, start_position: start, end_position: end }) => ({
      kind:
        kinds[entity_type] ??
        (entity_type === "US_DRIVER_LICENSE" ? ("national-id" as const) : undefined),
      start,
      end,
    }));
    for (const { kind, start, end } of labels) {
      const same = kind === undefined ? undefined : counts.get(kind);
      if (same === undefined) continue;
      same.labels++;
      if (detections.some((each) => each.kind === kind && each.start < end && each.end > start))
        same.found++;
      else if (showsMisses)
        console.log(
          "missed",
          kind,
          JSON.stringify(text.slice(Math.max(0, start - 50), end + 20)),
          JSON.stringify(text.slice(start, end)),
        );
    }
    for (const { kind, start, end, score, rule } of detections) {
      const same = counts.get(kind);
      if (same === undefined) continue;
      same.told++;
      if (labels.some((each) => each.kind === kind && each.start < end && each.end > start))
        same.right++;
      else if (showsMisses)
        console.log(
          "wrong ",
          kind,
          rule,
          score,
          JSON.stringify(text.slice(Math.max(0, start - 50), end + 20)),
          JSON.stringify(text.slice(start, end)),
        );
    }
  }
  return counts;
}

function print(name: string, sentences: readonly Labelled[]): void {
  console.log(`\n${name}: ${sentences.length} sentences`);
  console.log("kind            labels   recall  precision");
  for (const [kind, { labels, found, told, right }] of count(sentences))
    console.log(
      `${kind.padEnd(15)} ${String(labels).padStart(6)}    ${percent(found, labels)}      ${percent(right, told)}  (${told} told)`,
    );
}

function time(name: string, texts: readonly string[]): void {
  const rounds = Math.max(1, Math.ceil(4_000 / texts.length));
  for (const text of texts) findPersonal(text);
  const before = performance.now();
  for (let round = 0; round < rounds; round++) for (const text of texts) findPersonal(text);
  const each = ((performance.now() - before) * 1_000) / rounds / texts.length;
  const size = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  console.log(`${name}: ${each.toFixed(1)} µs for ${size.toFixed(0)} characters`);
}

function printOrdinary(name: string, texts: readonly string[]): void {
  const byKind = new Map<string, number>();
  let flagged = 0;
  for (const text of texts) {
    const found = find(text);
    if (found.length > 0) flagged++;
    for (const { kind, start, end, rule, score } of found) {
      byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
      if (showsMisses)
        console.log(
          "told  ",
          kind,
          rule,
          score,
          JSON.stringify(text.slice(Math.max(0, start - 40), end + 20)),
          JSON.stringify(text.slice(start, end)),
        );
    }
  }
  console.log(`${name}: ${flagged} of ${texts.length} texts,`, Object.fromEntries(byKind));
}

const file = join(data, "pii", "presidio_synth_v2.json");
if (!existsSync(file)) {
  console.log(`Nothing to measure: ${file} is not there.`);
  process.exit(0);
}
const all = JSON.parse(readFileSync(file, "utf8")) as readonly Labelled[];
print(
  "even templates",
  all.filter(({ template_id: id }) => id % 2 === 0),
);
print(
  "odd templates",
  all.filter(({ template_id: id }) => id % 2 === 1),
);
print("both", all);

console.log("\nordinary text, at the same threshold");
const dialogues = gunzipSync(
  readFileSync(join(data, "injection", "hh_rlhf_harmless_test.jsonl.gz")),
)
  .toString("utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => (JSON.parse(line) as { readonly chosen: string }).chosen);
printOrdinary("dialogues", dialogues);
const prompts = readFileSync(join(data, "injection", "awesome_prompts_benign.csv"), "utf8").split(
  /\n(?=")/,
);
printOrdinary("prompts", prompts);

console.log();
time(
  "sentences",
  all.map(({ full_text: text }) => text),
);
time(
  "prompts of 2 kB",
  prompts
    .filter(({ length }) => length > 2_000)
    .map((text) => text.slice(0, 2_000))
    .slice(0, 300),
);
time("dialogues", dialogues);
