import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";

const file = new URL("../../schema/pavise.schema.json", import.meta.url);
const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(file, "utf8")));

test.each([
  "version: 1",
  "gate: { fail-on: none, rules: [{ path: tests/, fail-on: low }] }",
  "allow: [{ check: a, reason: b, until: 2027-01-31 }]",
  "models: { own-names: [acme.features.Scaler] }",
])("the published schema accepts %j", (text) => {
  expect(validate(parse(text))).toBe(true);
});

test.each(["version: 2", "gate: { fail_on: high }", "allow: [{ check: a }]", "audience: everyone"])(
  "the published schema refuses %j",
  (text) => {
    expect(validate(parse(text))).toBe(false);
  },
);
