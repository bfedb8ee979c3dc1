import { expect, test } from "vitest";
import { applyEdits } from "../../guard/edits.ts";
import { wordGuard } from "../testing/word-guard.ts";
import type { Edit } from "../../guard/contract.ts";
import type { Refusal } from "../surface.ts";
import { guardedArguments } from "./call-arguments.ts";

const refusal: Refusal = { status: 400, code: "guard_blocked", message: "no" };
const guard = wordGuard();

function guarded(text: string): readonly Edit[] | Refusal {
  const { verdict, edits } = guard.output(text);
  return verdict === "block" ? refusal : edits;
}

test("a word that is written by escapes is the word that a tool reads", () => {
  expect(guardedArguments(String.raw`{"a":"FORBIDD\u0045N"}`, guarded)).toBe(refusal);
  expect(guardedArguments(String.raw`{"FORBIDD\u0045N":1}`, guarded)).toBe(refusal);
});

test("what is to be hidden is hidden in what a tool reads", () => {
  const text = String.raw`{ "a": "one \u0053ECRET\n" }`;
  const edits = guardedArguments(text, guarded);
  expect(applyEdits(text, edits as readonly Edit[])).toBe(String.raw`{"a":"one [x]\n"}`);
});

test("other arguments stay as they were written", () => {
  for (const text of [String.raw`{ "a": "\u0041\n" }`, "{}", "", "no JSON \\", "{"])
    expect(guardedArguments(text, guarded)).toEqual([]);
});
