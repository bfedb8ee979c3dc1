import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { repository } from "./tools.ts";
import { seeded, type Random } from "./random.ts";

const OneLiner = z.strictObject({
  id: z.string(),
  /** How the file is named, where it is not a Python file. */
  file: z.string().default("example.py"),
  weak: z.string(),
  harmless: z.string(),
  note: z.string().optional(),
});

/** A weakness in a line, and a line that looks like it and has none. */
export type OneLiner = z.infer<typeof OneLiner> & {
  /** What it is about: the name of the file it stands in. */
  readonly topic: string;
};

const folder = join(repository, "bench", "one-liners");

/** Every pair, in the order of its file. */
export function readOneLiners(): readonly OneLiner[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) =>
      z
        .array(OneLiner)
        .parse(parse(readFileSync(join(folder, name), "utf8")))
        .map((line) => ({ ...line, topic: basename(name, ".yaml") })),
    );
}

const lower = "abcdefghijklmnopqrstuvwxyz";
const alphabets: Readonly<Record<string, string>> = {
  alpha: lower + lower.toUpperCase(),
  alnum: `${lower}${lower.toUpperCase()}0123456789`,
  upper: `${lower.toUpperCase()}234567`,
  hex: "0123456789abcdef",
};

/** Letters in place of `<alnum:48>`: keys are made here, so that none stands in the data. */
function fill(text: string, random: Random): string {
  return text
    .replace(/<word:([A-Z]+)>/g, "$1")
    .replace(/<(alpha|alnum|upper|hex):(\d+)>/g, (_, name: string, count: string) =>
      Array.from({ length: Number(count) }, () =>
        random.pick((alphabets[name] ?? lower).split("")),
      ).join(""),
    );
}

/** Each line as a cell of a notebook. */
function notebook(text: string): string {
  const cell = {
    cell_type: "code",
    metadata: {},
    execution_count: null,
    outputs: [],
    source: text,
  };
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: "python3", display_name: "Python 3", language: "python" } },
    cells: [cell],
  });
}

/** The file as it would stand in a project. */
export function contentOf(text: string, file: string): string {
  const filled = fill(text, seeded(20_261_125));
  return file.endsWith(".ipynb") ? notebook(filled.trimEnd()) : filled;
}
