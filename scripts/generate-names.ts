import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Generated } from "./generated.ts";

const folder = join(import.meta.dirname, "models");

function read(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, unknown>;
}

type Modules = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A line for each module: one text is read faster than objects, and only where it is needed. */
function table(names: Modules): string {
  const lines = Object.entries(names).map(
    ([module, { class: made = "", maker = "", value = "" }]) =>
      [module, made, maker, value].join("\t").trimEnd(),
  );
  const text = lines.join("\n");
  if (/[`\\$]/.test(text)) throw new Error("A name has a character that a template does not hold");
  return `\`${text}\``;
}

/** The names that model files need and those that they must not call; see docs/model-files.md. */
export function names(): Generated {
  const {
    versions,
    rules,
    names: known,
  } = read("names.json") as {
    readonly versions: unknown;
    readonly rules: readonly { readonly names: Modules }[];
    readonly names: Modules;
  };
  const ruleTexts = rules.map(
    ({ names: ruled, ...rule }) => `${JSON.stringify(rule).slice(0, -1)},names:${table(ruled)}}`,
  );
  const knownText = `// Made by \`npm run generate\` from scripts/models/names.json.
// Of these versions: ${JSON.stringify(versions)}
import type { KnownNames, NameRule } from "./names.ts";

export const nameRules: readonly NameRule[] = [${ruleTexts.join(",")}];

export const knownNames: KnownNames = ${table(known)};
`;
  const dangerousText = `// Made by \`npm run generate\` from scripts/models/dangerous.json.

/**
 * Names that run code, start programs, reach files or the network, import by text or change the
 * process when they are called, by module; \`*\` is a module with all below it.
 */
export const dangerousNames: Readonly<Record<string, string>> = ${JSON.stringify(read("dangerous.json"))};
`;
  return {
    files: [
      { path: "src/load/names.generated.ts", text: knownText },
      { path: "src/load/dangerous.generated.ts", text: dangerousText },
    ],
  };
}
