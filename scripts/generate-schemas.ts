// Makes the published JSON schemas from the zod schemas that the program itself uses:
//
//   node scripts/generate-schemas.ts [--check]
import { z } from "zod";
import { GatewayFile } from "../src/gateway/config/schema.ts";
import { ConfigFile } from "../src/engine/config-schema.ts";
import { GuardFile } from "../src/guard/policy-file.ts";
import { Policy } from "../src/integrity/policy/schema.ts";
import { Run } from "../src/report/schema.ts";
import { isProgram, settle, type Generated } from "./generated.ts";

/** File name of each published schema with the schema that it is made from. */
const published: Readonly<Record<string, z.ZodType>> = {
  "gateway.schema.json": GatewayFile,
  "pavise.schema.json": ConfigFile,
  "guard.schema.json": GuardFile,
  "policy.schema.json": Policy,
  "run.schema.json": Run,
};

/**
 * The text of a published schema. It describes what a reader accepts: keys that a later version
 * adds are allowed, as `Run.version` promises.
 */
function schemaText(schema: z.ZodType): string {
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

/** The published schemas. */
export function schemas(): Generated {
  const files = Object.entries(published).map(([name, schema]) => ({
    path: `schema/${name}`,
    text: schemaText(schema),
  }));
  return { files, owns: ["schema"] };
}

if (isProgram(import.meta.url)) settle(schemas());
