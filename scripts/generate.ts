// Makes every generated file:
//
//   npm run generate               writes what is out of date, and says which files those were
//   npm run generate -- --check    writes nothing, fails where something is out of date
import { existsSync } from "node:fs";
import { settle } from "./generated.ts";

// One after the other, each imported when its turn comes: the pages are made from the registry.
settle((await import("./generate-registry.ts")).registry());

// MITRE's file is not part of the repository; where there is no copy the table stays as it is.
const { atlas, atlasSource } = await import("./generate-atlas.ts");
if (existsSync(atlasSource)) settle(atlas());

settle((await import("./generate-names.ts")).names());
settle((await import("./generate-licenses.ts")).licenses());
settle((await import("./generate-schemas.ts")).schemas());
settle((await import("./generate-docs.ts")).docs());

if (process.exitCode === 1) console.log("run `npm run generate` and commit what it wrote");
