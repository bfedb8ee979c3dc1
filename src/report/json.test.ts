import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PaviseError } from "../core/index.ts";
import { keyOrder, pieces, render } from "./json.ts";
import { parseRun } from "./schema.ts";
import { anyRun } from "./testing/arbitrary-run.ts";
import { cleanRun, sampleRun } from "./testing/sample-run.ts";

const schemaText = readFileSync(new URL("../../schema/run.schema.json", import.meta.url), "utf8");

function keysOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) found.add(key);
    keysOf(inner, found);
  }
  return found;
}

function errorOf(text: string): PaviseError {
  try {
    parseRun(text);
  } catch (error) {
    if (error instanceof PaviseError) return error;
    throw error;
  }
  throw new Error("parseRun accepted it");
}

/** What the report promises, by what every JavaScript has. */
function plainly(run: unknown): string {
  const place = (key: string): number => {
    const at = keyOrder.indexOf(key);
    return at < 0 ? keyOrder.length : at;
  };
  const inOrder = (_key: string, value: unknown): unknown =>
    typeof value !== "object" || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value).sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1)),
        );
  return `${JSON.stringify(run, inOrder, 2)}\n`;
}

describe("the JSON report", () => {
  test("is what JSON.stringify makes of a run in that order", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        expect(render(run)).toBe(plainly(run));
      }),
      { numRuns: 50 },
    );
    for (const run of [cleanRun(), sampleRun(), sampleRun({ hostile: true })])
      expect(render(run)).toBe(plainly(run));
  });

  test("writes any text and any plain data as JSON.stringify does", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (any) => {
        const run = {
          ...cleanRun(),
          problems: [any, any],
          [`k${JSON.stringify(any)}`]: any,
        } as never;
        expect(render(run)).toBe(plainly(run));
      }),
      { numRuns: 300 },
    );
    const odd = [
      "\ud800",
      "\udc00x",
      "\u2028",
      "\u0000",
      "\u007f\u0080",
      '"\\',
      "😀",
      NaN,
      -0,
      1e21,
    ];
    const run = {
      ...cleanRun(),
      problems: [
        ...odd,
        undefined,
        { a: undefined },
        [],
        {},
        [[]],
        { b: 1, 10: 1, 9: 1, "01": 1, "4294967295": 1 },
      ],
    };
    expect(render(run as never)).toBe(plainly(run));
  });

  test("is the same in pieces", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        expect([...pieces(run)].join("")).toBe(render(run));
      }),
      { numRuns: 50 },
    );
    for (const run of [cleanRun(), sampleRun()])
      expect([...pieces(run)].join("")).toBe(render(run));
  });

  test("is the whole record, findings of every audience included", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const plain: unknown = JSON.parse(JSON.stringify(run));
        expect(JSON.parse(render(run))).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });

  test("does not depend on the order in which a run was put together", () => {
    const run = sampleRun({ hostile: true });
    const backwards = Object.fromEntries(Object.entries(run).toReversed()) as typeof run;
    expect(render(backwards)).toBe(render(run));
  });

  test("has a place for every key", () => {
    const known = new Set(keyOrder);
    expect([...keysOf(sampleRun())].filter((key) => !known.has(key))).toEqual([]);
    expect(keyOrder).toHaveLength(known.size);
  });

  test("is valid by the published schema", () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schemaText));
    for (const run of [sampleRun({ hostile: true }), cleanRun(), cleanRun({ unread: true })]) {
      validate(JSON.parse(render(run)));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ ...sampleRun(), version: 2 })).toBe(false);
    expect(validate({ ...sampleRun(), findings: [{}] })).toBe(false);
    expect(validate({ ...sampleRun(), laterAddition: true })).toBe(true);
  });
});

describe("parseRun", () => {
  test("reads what the report wrote", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        expect(parseRun(render(run))).toEqual(JSON.parse(JSON.stringify(run)));
      }),
      { numRuns: 50 },
    );
  });

  test("says what is wrong and where", () => {
    const error = errorOf(JSON.stringify({ ...sampleRun(), audience: "nobody" }));
    expect(error.code).toBe("run-invalid");
    expect(error.message).toContain("at audience");
    expect(error.hint).toContain("--format json");
    expect(errorOf("{").message).toBe("The run is not JSON.");
    for (const text of ["null", "[]", "3", '{"version":1}']) {
      expect(errorOf(text).message).toContain("This is not a run");
    }
  });

  test("tells a newer run from a damaged one", () => {
    const error = errorOf(JSON.stringify({ ...sampleRun(), version: 7 }));
    expect(error.message).toContain("version 7");
    expect(error.hint).toBe("Use a newer Pavise.");
  });

  test("takes a byte order mark for what it is", () => {
    expect(parseRun(`\ufeff${render(cleanRun())}`)).toEqual(cleanRun());
  });
});
