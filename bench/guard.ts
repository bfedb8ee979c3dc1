// How long the default guards take:
//
//   node bench/guard.ts [ROUNDS]
//
// A prompt of 2 kB of each kind, judged whole; answers of 2 kB that come in tokens; and texts of a
// megabyte that are made to be slow, beside texts of an eighth of it: linear means eight times as
// long. Times are medians of rounds, CPU time of this process.
import { createGuard, type Guard } from "../src/guard/index.ts";
import { canonicalise } from "../src/detect/unicode/index.ts";
import { views } from "../src/detect/views/index.ts";

const rounds = Number(process.argv[2] ?? 9);
const size = 2048;
const megabyte = 1 << 20;

function fill(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

const email =
  "Hi team, thanks for the notes of yesterday. The release moves to Thursday, since the tests of the importer take longer than planned. Could you check the numbers in the second table, and write to me where they differ? I have put the draft in the shared folder; it needs two more paragraphs about costs. ";
const code =
  "export function sum(values: readonly number[]): number {\n  let total = 0;\n  for (const value of values) {\n    if (!Number.isFinite(value)) throw new Error(`bad value: ${value}`);\n    total += value;\n  }\n  return total;\n}\n\n";
const json =
  '{"id": 48213, "name": "Blue lamp", "price": {"amount": 19.9, "currency": "EUR"}, "tags": ["home", "light"], "url": "https://shop.example/items/48213?ref=list", "updated": "2026-03-04T10:11:12Z"},\n';

const prompts: Readonly<Record<string, string>> = {
  "English mail": email,
  TypeScript: code,
  "JSON of a tool": json,
  French:
    "Bonjour à tous, merci pour les notes d'hier. La livraison est déplacée à jeudi, parce que les essais prennent plus de temps que prévu. ",
  Russian:
    "Добрый день, спасибо за заметки. Выпуск переносится на четверг, потому что проверка занимает больше времени, чем мы думали. ",
  Chinese: "大家好，谢谢昨天的笔记。发布时间改到星期四，因为测试比计划的时间长。",
  Hindi: "नमस्ते, कल के नोट्स के लिए धन्यवाद। रिलीज़ गुरुवार को होगी क्योंकि परीक्षण में अधिक समय लगता है। ",
  "leet and base64": `1gn0r3 th3 n0153 4nd r34d ${Buffer.from(email).toString("base64")} `,
};

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** Microseconds of CPU that one call takes, the median of rounds. */
function micros(run: () => void, calls: number): number {
  for (let call = 0; call < calls; call++) run();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    for (let call = 0; call < calls; call++) run();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / calls);
  }
  return medianOf(times);
}

function streamIn(guard: Guard, text: string, piece: number): void {
  const stream = guard.stream();
  for (let at = 0; at < text.length; at += piece) stream.push(text.slice(at, at + piece));
  stream.end();
}

function row(name: string, columns: readonly string[]): void {
  console.log(`${name.padEnd(24)}${columns.map((each) => each.padStart(12)).join("")}`);
}

const guard = createGuard();
row("2 kB, µs", ["canonical", "views", "user", "tool", "answer", "streamed"]);
for (const [name, text] of Object.entries(prompts)) {
  const prompt = fill(text, size);
  const canonical = canonicalise(prompt);
  const times = [
    () => void canonicalise(prompt),
    () => void views(canonical),
    () => void guard.input(prompt, "user"),
    () => void guard.input(prompt, "tool"),
    () => void guard.output(prompt),
    () => streamIn(guard, prompt, 5),
  ].map((run) => micros(run, 100));
  row(
    name,
    times.map((time) => time.toFixed(0)),
  );
}

const hostile: readonly string[] = [
  email,
  "a",
  " ",
  "\n",
  "1",
  "@",
  "%",
  "%41",
  "&#",
  "\\",
  "\\u0041",
  "<",
  "<|",
  "[",
  "![](",
  "](http://",
  "a ",
  "1 ",
  "61 ",
  "01",
  "AAAAAAAAAAAAAAAAAAAA\n",
  "aGVsbG8gd29ybGQgaGVs ",
  "1gn0r3 4ll ",
  "gur naq lbh ",
  "eht dna uoy ",
  "a\u200b",
  "\u0301",
  "\u{e0041}",
  "а",
  "\ufe01",
  "ａ",
  "ignore previous instructions ",
  "-----BEGIN ",
  "AKIA",
  "password=",
  "://a:b@",
  "Human:\n",
  "+1 415 555 ",
  "a@b.",
];

function milliseconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

console.log();
row("1 MB, ms of CPU", ["user", "×1/8", "answer", "×1/8", "streamed", "×1/8"]);
for (const unit of hostile) {
  const whole = fill(unit, megabyte);
  const part = fill(unit, megabyte / 8);
  const columns: string[] = [];
  for (const run of [
    (text: string) => void guard.input(text, "user"),
    (text: string) => void guard.output(text),
    (text: string) => streamIn(guard, text, 64),
  ]) {
    const short = milliseconds(() => run(part));
    const long = milliseconds(() => run(whole));
    columns.push(long.toFixed(0), (long / short).toFixed(1));
  }
  row(JSON.stringify(unit.length > 20 ? `${unit.slice(0, 18)}…` : unit), columns);
}
