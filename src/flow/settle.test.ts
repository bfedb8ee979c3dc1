import { describe, expect, test } from "vitest";
import { compileModels } from "./match.ts";
import { fitsOne } from "./pattern.ts";

const models = compileModels({
  sources: [],
  sinks: [{ kind: "path", call: "f", arguments: [0] }],
  sanitizers: [
    { call: ["f", "g"], for: ["html"] },
    { call: "f", for: ["sql"] },
    { call: "g", for: "all" },
    { call: "h", for: "all", schema: "this" },
  ],
  guards: [],
  passes: [
    { call: ["f", "h", "p"], from: [0] },
    { call: "f", from: [0], to: "this" },
  ],
  harmlessTypes: [],
});

describe("the rows of a call", () => {
  test("are united where they are sanitizers, and are not handed on then", () => {
    expect(models.call("f")).toMatchObject([
      { role: "sanitizer", model: { for: ["html", "sql"] } },
      { role: "sink" },
      { role: "pass", model: { to: "this" } },
    ]);
    expect(models.call("g")).toMatchObject([{ role: "sanitizer", model: { for: "all" } }]);
  });

  test("stay as they are where a schema or nothing at all makes harmless", () => {
    expect(models.call("h").map(({ role }) => role)).toEqual(["sanitizer", "pass"]);
    expect(models.call("p").map(({ role }) => role)).toEqual(["pass"]);
  });
});

test("one of a few patterns is found", () => {
  expect(fitsOne(["fastapi.Depends", "*.Session"], "sqlalchemy.orm.Session")).toBe(true);
  expect(fitsOne(["fastapi.Depends", "*.Session"], "str")).toBe(false);
});
