import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { recogniseLicense } from "./license-file.ts";
import { mit } from "./testing/folders.ts";

const packages = join(import.meta.dirname, "../../../node_modules");
const textOf = (file: string): string => readFileSync(join(packages, file), "utf8");
const shared = "/usr/share/common-licenses";

test.each([
  ["zod/LICENSE", "MIT"],
  ["semver/LICENSE", "ISC"],
  ["smol-toml/LICENSE", "BSD-3-Clause"],
  ["@sigstore/core/LICENSE", "Apache-2.0"],
  ["lightningcss-linux-x64-gnu/LICENSE", "MPL-2.0"],
])("%s is %s", (file, id) => {
  const text = textOf(file);
  expect(recogniseLicense(text)).toBe(id);
  expect(recogniseLicense(text.replaceAll("\n", "\r\n"))).toBe(id);
  // One sentence or word more, or less, is another licence.
  expect(recogniseLicense(`${text}\nNot for commercial use.\n`)).toBeUndefined();
  expect(recogniseLicense(text.replace(/\bthe\b/, "some"))).toBeUndefined();
  expect(recogniseLicense(text.slice(0, -60))).toBeUndefined();
});

test.skipIf(!existsSync(shared))("texts that a distribution ships", () => {
  for (const id of ["Apache-2.0", "CC0-1.0", "MPL-2.0"])
    expect(recogniseLicense(readFileSync(join(shared, id), "utf8"))).toBe(id);
  expect(recogniseLicense(readFileSync(join(shared, "GPL-3"), "utf8"))).toBeUndefined();
});

test("the name of the holder does not count; a condition beside it does", () => {
  const text = mit("Example Lab, Inc. <lab@example.com>").toString();
  expect(recogniseLicense(text)).toBe("MIT");
  expect(recogniseLicense(text.replace("MIT License", "The MIT License (MIT)"))).toBe("MIT");
  expect(recogniseLicense(text.replace("MIT License", "MIT License, for research only"))).toBe(
    undefined,
  );
  expect(recogniseLicense(text.replace("Lab,", "Lab, no commercial use,"))).toBeUndefined();
  expect(recogniseLicense("")).toBeUndefined();
});
