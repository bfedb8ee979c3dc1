import { expect, test } from "vitest";
import { viewPython } from "../../formats/python/view.ts";
import { endOf, seemsForeign } from "./support.ts";
import { splitWords, wordsOf } from "./words.ts";

function firstArgument(text: string) {
  return viewPython({ path: "x.py", text }).allCalls()[0]!.positional(0)!;
}

test("names are split into words", () => {
  expect(splitWords("userPrompt_v2")).toEqual(["user", "prompt", "v2"]);
  expect(wordsOf(firstArgument('f(user.prompts["e-mail"])'))).toEqual(
    expect.arrayContaining(["user", "prompts", "e", "mail"]),
  );
  expect(wordsOf(firstArgument("f(x)\nx = request.args"))).toContain("request");
});

test.each([
  ["f(request.args['p'])", true],
  ["f(upload_path)", true],
  ["f(os.path.join(root, 'model.pt'))", false],
  ["f('request')", false],
])("%j seems to come from others: %s", (text, expected) => {
  expect(seemsForeign(firstArgument(text))).toBe(expected);
});

test.each([
  ["f('a.h5')", "a.h5"],
  ["f(folder + name + '.h5')", ".h5"],
  ["f(f'{a}/b.h5')", "/b.h5"],
  ["f(os.path.join(a, 'b.h5'))", "b.h5"],
  ["f(Path(a) / 'b.h5')", "b.h5"],
  ["f(x)", undefined],
  ["f(x + y)", undefined],
])("%j ends with %s", (text, expected) => {
  expect(endOf(firstArgument(text))).toBe(expected);
});

test("are bounded in a long expression", () => {
  expect(wordsOf(firstArgument(`f(${"a + ".repeat(500)}b)`)).length).toBeLessThan(100);
});
