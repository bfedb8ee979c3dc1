import { once } from "node:events";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pushChildren } from "../python/children.ts";
import type { Node } from "../python/nodes.ts";
import { viewJavaScript } from "./view.ts";

/** Reads a text and asks for everything that checks ask for; each node must lie in the text. */
function read(text: string, path: string): readonly string[] {
  const view = viewJavaScript({ path, text });
  for (const call of view.allCalls()) call.keyword("safe")?.constant();
  view.imports();
  const stack: Node[] = [view.facts.root.node];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const { start, end } = node;
    if (start < 0 || end < start || end > text.length) expect.fail(`${node.kind} ${start}–${end}`);
    pushChildren(node, stack);
  }
  for (const { at } of view.problems) if (at < 0 || at > text.length) expect.fail(`problem ${at}`);
  return view.problems.map(({ reason }) => reason);
}

/** What a worker says that has as much of a stack as those of a scan: elsewhere it ends the parser first. */
async function problemsInWorker(text: string): Promise<unknown> {
  const view = new URL("./view.ts", import.meta.url).href;
  const code = `
    const { parentPort, workerData } = require("node:worker_threads");
    import(${JSON.stringify(view)}).then(({ viewJavaScript }) => {
      const { problems } = viewJavaScript({ path: "a.ts", text: workerData });
      parentPort.postMessage(problems.map(({ message }) => message));
    });`;
  const worker = new Worker(code, {
    eval: true,
    workerData: text,
    resourceLimits: { stackSizeMb: 8 },
  });
  const [answer] = await once(worker, "message");
  await worker.terminate();
  return answer;
}

/** The same many times over, in lines so short that nobody takes them for minified code. */
function many(part: string, times: number): string {
  const line = part.repeat(Math.max(1, Math.floor(300 / part.length)));
  return `${line}\n`.repeat(Math.ceil((times * part.length) / line.length));
}

const openers =
  "( [ { x={a: `${ <a> <a_b={ f< async_( async_<T>( (a=>( a?(b):_ if(x)_ f(function(){ [... class_A_extends_( while(x)_ -_ !_ await_ new_ typeof_ <T> <T>( x=>_ @a_ a: try{ switch(x){case_ type_X={a: type_X=( A_extends_B?C:_ /*".split(
    " ",
  );
const growing = ".f() +b _&&_b ??b ,b [0] `x` ?.a **2 =b !".split(" ");

describe("what goes deep or on and on", () => {
  test.each(openers)("opened and never closed: %s", (word) => {
    const opener = word.replaceAll("_", " ");
    for (const times of [30, 2_000, 300_000 / opener.length])
      read(`x = ${many(opener, times)}`, "a.tsx");
  });

  test.each(growing)("a chain of %s", (word) => {
    const part = word.replaceAll("_", " ");
    for (const times of [300, 10_000]) read(`x = a${many(part, times)}`, "a.ts");
  });

  test("closed again, within the limit and beyond it", () => {
    for (const times of [100, 1_000, 5_000]) {
      read(`f(${"function(){ g(\n".repeat(times)}1${") }\n".repeat(times)})`, "a.js");
      read(`x = ${"{a:\n".repeat(times)}1${"}\n".repeat(times)}`, "a.js");
      read(`const ${"[\n".repeat(times)}a${"]\n".repeat(times)} = b;`, "a.js");
    }
  });

  test("a chain of calls is read to its end", () => {
    const { problems, facts } = viewJavaScript({ path: "a.js", text: `a${many(".f()", 5_000)}` });
    expect(problems).toEqual([]);
    expect(facts.calls).toHaveLength(5_025);
  });

  /** Nested ones would take for ever; of the others each `<` is read to the end of the text. */
  test.each([
    ["nested", "async <T>(".repeat(40)],
    ["nested, with a bracket in a text", 'f<A>(")",'.repeat(40)],
    ["in a list", "a<b,".repeat(3_000)],
    ["with an end in a text", 'f<";",'.repeat(3_000)],
    ["with an arrow in a text", 'f<"=>",'.repeat(1_500)],
    ["with a type between them", "f<{}|".repeat(3_000)],
  ])("a < that leaves open what it begins is given up in time: %s", async (_, text) => {
    expect(await problemsInWorker(`x = ${text}`)).toEqual(["took too long to be parsed"]);
  });

  test("many statements, cases, branches and names", () => {
    read("eval(x);\n".repeat(5_000), "a.js");
    read(`switch (x) {${"case a: f();\n".repeat(5_000)}}`, "a.js");
    read(`if (a) b();${" else if (c)\nd();".repeat(1_500)}`, "a.js");
    read(`a = b;\nb = a;\n`.repeat(5_000), "a.js");
    read(`let x = "a";\n${"x = x + x;\n".repeat(3_000)}eval(x);`, "a.js");
  });
});

describe("what is broken", () => {
  test.each([
    "'abc",
    "`abc",
    "`${",
    "/abc",
    "/* abc",
    "<a",
    "<a>",

    "#",
    "@",
    "a?.",
    "\0",
    "\ud800",
  ])("%j is said to be", (text) => {
    const problems = read(`f();\nx = ${text}`, "a.jsx");
    expect(problems.length).toBeGreaterThan(0);
  });

  test("a statement that cannot be read is left out alone", () => {
    const text = "first();\nconst a = ;\nfunction f() {\n  second();\n}\nlet = 3\nthird();\n";
    const view = viewJavaScript({ path: "a.ts", text });
    expect(view.problems.map(({ reason }) => reason)).toEqual(["syntax-error"]);
    expect(view.allCalls().map(({ name }) => name)).toEqual(["first", "second", "third"]);
  });
});

const seed = `import OpenAI, { type B } from "openai";
const { exec: run = x, ...rest } = require("./a.js");
export class A<T> extends B { #p = 1; static async *m(this: A, { a, b: [c] }: T, ...r) { yield* this.#p; } }
const f = async (a = <div b={c}>{...d}</div>) => { for await (const [k, v] of a?.b!) { l: switch (k) { case \`x\${v}\`: break l; } } };
try { (0, eval)(code as any) } catch ({ message }) { throw new Error(message) } finally { delete a.b }
`;

test("a text that begins with an empty line and cannot be read", () => {
  expect(read("\n  x = }", "a.js")).toEqual(["syntax-error"]);
});

describe("what was changed at random", () => {
  test("a text of tokens is read", () => {
    const tokens = fc.constantFrom(...seed.split(/(?<=\W)|(?=\W)/));
    fc.assert(
      fc.property(fc.array(tokens, { maxLength: 60 }), (words) => {
        read(words.join(""), "a.tsx");
      }),
      { numRuns: 60 },
    );
  });

  test("a text with a piece lost, doubled or put in is read", () => {
    const at = fc.nat({ max: seed.length });
    fc.assert(
      fc.property(at, at, fc.string({ maxLength: 5, unit: "binary" }), (from, to, piece) => {
        read(seed.slice(0, from) + piece + seed.slice(to), "a.tsx");
      }),
      { numRuns: 60 },
    );
  });

  test("any text is read", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: "binary" }), (text) => {
        read(text, "a.js");
      }),
      { numRuns: 60 },
    );
  });
});
