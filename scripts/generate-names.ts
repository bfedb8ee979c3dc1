import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Generated } from "./generated.ts";

const source = join(import.meta.dirname, "models", "names.json");

/** The names that model files need, as `scripts/models/collect-names.py` found them in the libraries. */
export function names(): Generated {
  const {
    versions,
    rules,
    names: known,
  } = JSON.parse(readFileSync(source, "utf8")) as Record<string, unknown>;
  const text = `// Made by \`npm run generate\` from scripts/models/names.json.
import type { KnownNames, NameRule } from "./names.ts";

// Of these versions: ${JSON.stringify(versions)}

export const nameRules: readonly NameRule[] = ${JSON.stringify(rules)};

export const knownNames: KnownNames = ${JSON.stringify(known)};
`;
  return { files: [{ path: "src/load/names.generated.ts", text }] };
}
