// Makes the published JSON schemas from the zod schemas that the program itself uses:
//
//   node scripts/generate-schemas.ts            writes schema/
//   node scripts/generate-schemas.ts --check    fails where schema/ is not what it would write
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { ConfigFile } from "../src/engine/config-schema.ts";
import { Run } from "../src/report/schema.ts";

const folder = new URL("../schema/", import.meta.url);

/** File name of each published schema with the schema that it is made from. */
export const published: Readonly<Record<string, z.ZodType>> = {
  "pavise.schema.json": ConfigFile,
  "run.schema.json": Run,
};

/**
 * The text of a published schema. It describes what a reader accepts: keys that a later version
 * adds are allowed, as `Run.version` promises.
 */
export function schemaText(schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io: "input",
    override: ({ jsonSchema }) => {
      // `readonly` is a promise of our types; in a schema it would speak of a server's properties.
      delete jsonSchema.readOnly;
    },
  });
  return `${JSON.stringify(json, null, 2)}\n`;
}

function readOrEmpty(file: URL): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function main(check: boolean): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(published)) {
    const file = new URL(name, folder);
    const text = schemaText(schema);
    if (readOrEmpty(file) === text) continue;
    if (check) {
      console.error(`schema/${name} is out of date: run node scripts/generate-schemas.ts`);
      process.exitCode = 1;
      continue;
    }
    writeFileSync(file, text);
    console.log(`schema/${name}`);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.includes("--check"));
}
