import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { published, schemaText } from "./generate-schemas.ts";

test.each(Object.entries(published))("schema/%s is what the generator writes", (name, schema) => {
  const file = new URL(`../schema/${name}`, import.meta.url);
  expect(readFileSync(file, "utf8")).toBe(schemaText(schema));
});
