import { createRequire } from "node:module";
import type { Generated } from "./generated.ts";

/** The identifiers of the SPDX License List, from the package that follows it. */
export function licenses(): Generated {
  const require = createRequire(import.meta.url);
  const { version } = require("spdx-license-ids/package.json") as { readonly version: string };
  const current = require("spdx-license-ids") as readonly string[];
  const deprecated = require("spdx-license-ids/deprecated.json") as readonly string[];
  // Sorted by code units, so that every machine makes the same file.
  const ids = [...current, ...deprecated].sort((a, b) => (a < b ? -1 : 1));
  const text = `// Made by \`npm run generate\` from spdx-license-ids ${version}.

/** Every identifier of the SPDX License List, deprecated ones among them. */
export const spdxLicenseIds: readonly string[] = ${JSON.stringify(ids)};
`;
  return { files: [{ path: "src/integrity/aibom/licenses.generated.ts", text }] };
}
