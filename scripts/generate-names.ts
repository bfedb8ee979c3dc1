import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Generated } from "./generated.ts";

const folder = join(import.meta.dirname, "models");

function read(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, unknown>;
}

/** The names that model files need and those that they must not call; see docs/model-files.md. */
export function names(): Generated {
  const { versions, rules, names: known } = read("names.json");
  const knownText = `// Made by \`npm run generate\` from scripts/models/names.json.
// Of these versions: ${JSON.stringify(versions)}
import type { KnownNames, NameRule } from "./names.ts";

export const nameRules: readonly NameRule[] = ${JSON.stringify(rules)};

export const knownNames: KnownNames = ${JSON.stringify(known)};
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
