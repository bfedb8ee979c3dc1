import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";

const require = createRequire(import.meta.url);
const library = join(require.resolve("@cyclonedx/cyclonedx-library/package.json"), "../res/schema");
const schemaOf = (path: string): object => JSON.parse(readFileSync(path, "utf8")) as object;

/** Formats that the schemas name; ajv brings none. */
const formats = {
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  // RFC 3987, what a reference must not hold.
  "iri-reference": /^[^\s<>"{}|\\^`\u0000-\u001f]*$/,
  uri: /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  "idn-email": /^[^@\s]+@[^@\s]+$/,
};

function cycloneDx(version: "1.6" | "1.7") {
  const ajv = new Ajv({ strict: false, formats, allErrors: false });
  for (const name of ["spdx", "jsf-0.82", "cryptography-defs"]) {
    const file = `${name}.SNAPSHOT.schema.json`;
    // They refer to one another by the names of their files, and call themselves otherwise.
    const $id = `http://cyclonedx.org/schema/${file}`;
    ajv.addSchema({ ...schemaOf(join(library, file)), $id });
  }
  return ajv.compile(schemaOf(join(library, `bom-${version}.SNAPSHOT.schema.json`)));
}
const spdxSchema = join(import.meta.dirname, "testdata/spdx-3.0.1.schema.json");
/** The official schemas, by what they are of. */
export const validators = {
  "1.7": cycloneDx("1.7"),
  "1.6": cycloneDx("1.6"),
  spdx: new Ajv2020({ strict: false }).compile(schemaOf(spdxSchema)),
};
