import fc from "fast-check";
import { cpuUsage } from "node:process";
import { deserialize, serialize } from "node:v8";
import { describe, expect, test } from "vitest";
import { textOf } from "../testing/hostile.ts";
import { pythonBombs, projectBombs, scriptBombs, type Bomb } from "./testing/bombs.ts";
import { interpretFiles, linkFiles } from "./testing/flows.ts";

const pythonPieces =
  "x |y |self.a |x[0] |x['k'] |input() |os.system(x)\n|f(x)\n|= |+= |\n|\n    |\n  |if x:\n    |else:\n    |elif y:\n    |for x in y:\n    |while True:\n    |break\n|continue\n|return x\n|yield x\n|await x |lambda x: |def f(x, *y, **z):\n    |class A(B):\n    |@f\n|async |try:\n    |except E as x:\n    |finally:\n    |with x as y:\n    |match x:\n  case {'a': x}:\n    |global x\n|nonlocal x\n|del x\n|import os\n|from a import *\n|from . import b as x\n|[x for x in y if x]|{'role': 'system', 'content': x}|{**x}|*x, |(y := x)|x in y|not |and |or |, |(|)|[|]|{|}|:|.a|.append(x)\n|.setter\n|f'{x}'|'%s' % x|assert x\n|raise E\n|functools.partial(f, x)|super().f(x)|getattr(x, y)|all(x in y for x in z)".split(
    "|",
  );
const scriptPieces =
  "x ;y ;this.a ;x[0] ;process.argv[2] ;require('child_process').exec(x)\n;f(x)\n;const ;let ;= ;+= ;\n;if (x) {;} else {;};for (const x of y) {;while (true) {;break\n;continue\n;return x\n;yield x\n;await x ;(x) => ;function f(x, ...y) {;class A extends B {;constructor(x) {;get a() {;static ;async ;try {;} catch (x) {;} finally {;switch (x) { case 'a':;import x from './a'\n;export * from './b'\n;export default ;module.exports = ;{ role: 'system', content: x };{ ...x };[...x];const { a, ...b } = x\n;`${x}`;x?.a;x ?? y;.then((x) => ;.push(x)\n;(;);[;];{;};:;,;.a;new A(x);/^[a-z]+$/.test(x);['a'].includes(x);!;&& ;|| ;throw x\n;'use server'\n;<p>{x}</p>".split(
    ";",
  );

describe("any text", () => {
  test("of Python is followed without a throw", () => {
    fc.assert(
      fc.property(textOf(pythonPieces), textOf(pythonPieces), (a, b) => {
        const { flows } = linkFiles({ "a.py": a, "b.py": b });
        for (const { sink, source } of flows)
          expect([sink.start <= sink.end, source.start <= source.end]).toEqual([true, true]);
      }),
      { numRuns: 400 },
    );
  });

  test("of JavaScript is followed without a throw", () => {
    fc.assert(
      fc.property(textOf(scriptPieces), textOf(scriptPieces), (a, b) => {
        linkFiles({ "a.tsx": a, "b.js": b });
      }),
      { numRuns: 300 },
    );
  });

  test("says the same however often it is asked", () => {
    fc.assert(
      fc.property(textOf(pythonPieces), (text) => {
        const [one, other] = [interpretFiles({ "a.py": text }), interpretFiles({ "a.py": text })];
        expect(one[0]?.summary.edges.from).toEqual(other[0]?.summary.edges.from);
      }),
      { numRuns: 100 },
    );
  });
});

/** CPU time that a bomb of a size takes, in milliseconds. */
function costOf({ make }: Bomb, size: number): number {
  const files = make(size);
  const before = cpuUsage();
  linkFiles(files);
  const { user, system } = cpuUsage(before);
  return (user + system) / 1_000;
}

/**
 * Twice the size may cost three times as much and what a machine with other work to do adds to it;
 * a quadratic way costs four times as much, and the bombs are large enough for that to be seconds.
 */
function expectLinear(bomb: Bomb): void {
  const half = costOf(bomb, Math.ceil(bomb.size / 4));
  const whole = costOf(bomb, Math.ceil(bomb.size / 2));
  expect(whole, `${half} ms for a half`).toBeLessThan(3 * half + 1_500);
}

describe.each([
  ["Python", pythonBombs],
  ["JavaScript", scriptBombs],
  ["a project", projectBombs],
] as const)("the cost grows with the size, in %s:", (_, bombs) => {
  test.each(bombs.map((bomb) => [bomb.name, bomb] as const))(
    "%s",
    (_name, bomb) => {
      expectLinear(bomb);
    },
    60_000,
  );
});

test.each([...pythonBombs, ...scriptBombs].map((bomb) => [bomb.name, bomb] as const))(
  "what is said of it can be sent to another thread: %s",
  (_name, { make, size }) => {
    for (const { summary } of interpretFiles(make(size)))
      expect(deserialize(serialize(summary))).toMatchObject({ path: summary.path });
  },
);

test("a file that is not followed to its end says so", () => {
  const text = `x = input()\n${"if y == 1:\n  a = x\nel".repeat(20_000)}se:\n  a = x\n`;
  const [only] = interpretFiles({ "a.py": text.replaceAll("else:", "else:") });
  expect(only?.problems.map(({ reason }) => reason)).toEqual(["limit"]);
});

test("a text that doubles five thousand times is no text", () => {
  const twice =
    "a = 'x'\n" + "a = a + a\n".repeat(5_000) + "b = 'y'\n" + "b = f'{b}{b}'\n".repeat(5_000);
  expect(linkFiles({ "a.py": `${twice}exec(a)\n` }).flows).toEqual([]);
});
