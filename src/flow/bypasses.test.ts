/*
 * What is knowingly not followed, and what is knowingly accused. A case that fails here is good
 * news: move it to where it is tested as followed.
 */
import { describe, expect, test } from "vitest";
import { flowsIn } from "./testing/flows.ts";

const python = "import os\nfrom flask import request\nx = request.args['q']\n";

describe("is not followed", () => {
  test.each([
    [
      "a name of an outer function that an inner one assigns",
      "def f():\n    y = ''\n    def g():\n        nonlocal y\n        y = x\n    g()\n    os.system(y)\nf()\n",
    ],
    [
      "a text that is put together by what a condition says",
      "y = ''\nfor c in x:\n    if c == 'a':\n        y += 'a'\nos.system(y)\n",
    ],
    ["what goes through a file", "open('t', 'w').write(x)\nos.system(open('t').read())\n"],
    ["code that is made while it runs", "exec('y = x')\nos.system(y)\n"],
    ["names that are put into the module", "globals()['y'] = x\nos.system(y)\n"],
    [
      "an operator that a class defines",
      "class A:\n    def __add__(self, o):\n        os.system(o)\nA() + x\n",
    ],
    [
      "iteration that a class defines",
      "class A:\n    def __iter__(self):\n        yield x\nfor y in A():\n    os.system(y)\n",
    ],
    ["a guess by what a lookup says", "K = {'a': 'a'}\nos.system(K[x])\n"],
  ])("%s", (_, code) => {
    expect(flowsIn({ "a.py": python + code })).toEqual([]);
  });

  test("more than sixty functions on one way", () => {
    const ring = Array.from(
      { length: 80 },
      (_, at) => `def f${at}(a):\n    return f${at + 1}(a)\n`,
    );
    const code = `${ring.join("")}def f80(a):\n    return a\nos.system(f0(x))\n`;
    expect(flowsIn({ "a.py": python + code })).toEqual([]);
  });
});

describe("is accused all the same", () => {
  test.each([
    [
      "a value of a dict whose keys are from outside",
      "y = {k: 'ls' for k in [x]}\nos.system(y['a'])\n",
    ],
    [
      "a field that is made harmless after it was set",
      "class A:\n    def f(self):\n        self.a = x\n        self.a = 'ls'\n        os.system(self.a)\n",
    ],
  ])("%s", (_, code) => {
    expect(flowsIn({ "a.py": python + code })).not.toEqual([]);
  });
});
