import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf } from "../formats/bytes/source.ts";
import { buildZip } from "../formats/zip/testing/build.ts";
import { actsIn, limits } from "./testing/pickles.ts";
import {
  callOf,
  characters,
  environment,
  globalEnv,
  nil,
  promise,
  rdata,
  symbol,
  type RPart,
} from "./testing/rdata.ts";
import { traceLoad } from "./trace.ts";

const payload = callOf("system", characters("id"));
/** A list with what is given and a number after it. */
const list = (...items: readonly RPart[]): RPart => [19, items.length, ...items];
/** What `save` writes: names with their values. */
const saved = (value: RPart): RPart => [2 | 0x400, symbol("model"), value, nil];

describe("R", () => {
  test.each<readonly [string, Buffer]>([
    ["CVE-2024-27322: a promise", rdata(promise(payload))],
    ["CVE-2024-27322: packed", gzipSync(rdata(promise(payload)))],
    ["CVE-2024-27322: as digits", rdata(promise(payload), { encoding: "A" })],
    ["CVE-2024-27322: as the machine has it", rdata(promise(payload), { encoding: "B" })],
    ["CVE-2024-27322: of save", rdata(saved(promise(payload)), { isSaved: true })],
    [
      "CVE-2024-27322: of save, as digits",
      rdata(saved(promise(payload)), { encoding: "A", isSaved: true }),
    ],
    [
      "CVE-2024-27322: in an archive",
      buildZip([{ name: "m/model.rds", data: rdata(promise(payload)) }]),
    ],
    ["CVE-2024-27322: in a list", rdata(list(characters("a"), promise(payload)))],
    [
      "CVE-2024-27322: in attributes",
      rdata([13 | 0x200, 1, 7, [2 | 0x400, symbol("x"), promise(payload), nil]]),
    ],
    [
      "CVE-2024-27322: after numbers",
      rdata(list([14, 2, 0, 0, 0, 0], [24, 3, "abc"], promise(payload))),
    ],
    ["CVE-2024-27322: of names that are not listed", rdata(promise(callOf("mine")))],
    ["a promise that has a promise as its value", rdata(promise(nil, promise(payload)))],
    ["a promise in bytecode", rdata([21, 1, [13, 1, 12], 1, 19, list(promise(payload))])],
    [
      "a promise of an environment that starts a program",
      rdata(environment("x", promise(payload))),
    ],
    [
      "a promise of an environment that names a symbol again",
      rdata(
        list(symbol("system"), environment("x", promise([6, 0x1ff, [2, characters("id")], nil]))),
      ),
    ],
  ])("%s", (_, bytes) => {
    expect(actsIn(bytes)).toEqual(["runs"]);
  });

  const closure = (body: RPart): RPart => [3 | 0x400, globalEnv, nil, body];
  const bound = (name: string, value: RPart): Buffer =>
    rdata([2 | 0x400, symbol(name), value, nil], { isSaved: true });
  test.each<readonly [string, Buffer]>([
    ["a method that starts a program", bound("print.model", closure(payload))],
    ["a hook of the start of R", bound(".First", closure(payload))],
    ["a file that is a call", rdata(payload)],
    [
      "a file that is a call of a text",
      rdata(callOf("eval", callOf("parse", characters("system('id')")))),
    ],
    ["a promise with a value, where R writes none", rdata([5, 251, payload])],
  ])("%s", (_, bytes) => {
    const [found, ...more] = actsIn(bytes);
    expect(["names-dangerous", "runs"]).toContain(found);
    expect(more).toEqual([]);
  });
  test("functions that somebody must call, and calls that only compute, are silent", () => {
    expect(actsIn(bound("helper", closure(payload)))).toEqual([]);
    expect(actsIn(bound("print.model", closure(callOf("cat", characters("x")))))).toEqual([]);
    expect(actsIn(rdata(callOf("~", symbol("y"), symbol("x"))))).toEqual([]);
    expect(actsIn(rdata(callOf("lm", symbol("system.time"))))).toEqual([]);
  });

  test("what R itself writes is silent", () => {
    const closure: RPart = [
      3,
      environment("n", promise(callOf("nrow", symbol("data")))),
      nil,
      payload,
    ];
    const parts: readonly RPart[] = [
      nil,
      list(characters("a", "b"), [9 | 0x40000, -1]),
      closure,
      environment("x", promise(symbol("x"), [13, 1, 5])),
      environment("...", [17, promise(symbol("x")), [17, promise(symbol("y")), nil]]),
      [21, 1, [13, 1, 12], 2, 6, nil, 1, nil, 254, nil, 254, nil],
      [238, nil, nil, nil],
    ];
    for (const part of parts) {
      expect(actsIn(rdata(part)), JSON.stringify(part)).toEqual([]);
      expect(actsIn(rdata(part, { encoding: "A" })), JSON.stringify(part)).toEqual([]);
    }
  });

  test("what cannot be followed is said", () => {
    const whole = rdata(list(characters("a"), characters("b")));
    expect(actsIn(whole.subarray(0, -3))).toEqual(["unclear"]);
    expect(actsIn(rdata(200))).toEqual(["unclear"]);
    expect(actsIn(rdata([16, -5]))).toEqual(["unclear"]);
    expect(actsIn(rdata([255 | 0x900]))).toEqual(["unclear"]);
    expect(actsIn(rdata([14, 0x7fffffff]))).toEqual(["unclear"]);
    // One that was seen before that is told all the same.
    expect(actsIn(rdata(list(promise(payload), 200)))).toEqual(["runs", "unclear"]);
  });

  test("texts that begin alike are no data of R", () => {
    for (const text of ["A\n3\nwords\n", "X\nmarks the spot of it", "B\n", "RDX3\n", "A\n"])
      expect(actsIn(Buffer.from(text)), text).toEqual([]);
  });

  test("nesting ends", () => {
    const deep = Buffer.alloc(8_000_000);
    for (let at = 0; at < deep.length; at += 4) deep.writeInt32BE(2, at);
    const bytes = Buffer.concat([rdata([]), deep]);
    const { problems } = traceLoad(bytesOf(bytes), limits);
    expect(problems).toMatchObject([{ isLimit: true }]);
  });

  test("no bytes make it throw", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom("X", "A", "B"),
        (tail, encoding) => {
          traceLoad(bytesOf(Buffer.concat([rdata([], { encoding }), tail])), limits);
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(1, 2, 3, 4, 5, 6, 9, 13, 16, 19, 21, 255, 0x1ff, 238, 254, 252, 0x605),
        ),
        (ints) => {
          traceLoad(bytesOf(rdata(ints)), limits);
        },
      ),
    );
  });
});
