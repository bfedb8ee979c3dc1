import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectQuick, expectWithin, textOf } from "../../testing/hostile.ts";
import { passesLuhn } from "./checksums.ts";
import { passesIban } from "./iban.ts";
import { findStoredPersonal } from "./stored.ts";

const found = (text: string): string[] =>
  findStoredPersonal(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

test.each<readonly [text: string, found: readonly string[]]>([
  ["4539 1488 0343 6467", ["card number: 4539 1488 0343 6467"]],
  ["3714-496353-98434", []],
  ["card: 4539148803436467", ["card number: 4539148803436467"]],
  ["DE75 5121 0800 1245 1261 99", ["IBAN: DE75 5121 0800 1245 1261 99"]],
  ["to FR7630006000011234567890189,", ["IBAN: FR7630006000011234567890189"]],
  ["ssn\n536-22-8725", ["social security number: 536-22-8725"]],
  ["tel +49 30 901820 and (415) 273-9164", ["phone number: (415) 273-9164"]],
  ["+44 20 7946 0958", ["phone number: +44 20 7946 0958"]],
  ["<ada.l@riverbank.io>", ["e-mail address: ada.l@riverbank.io"]],
])("in %j", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  "4539148803436467",
  "0.4539148803436467",
  "4539 1488 0343 6468",
  "4111 1111 1111 1111 4242-4242-4242-4242",
  "DE75 5121 0800 1245 1261 98",
  "GB82 WEST 1234 5698 7654 32",
  "536-22-8725",
  "ssn 000-12-3456 123-45-6789",
  "2021-03-04 12:30:01.123456 1609459200000000000",
  "git@github.com:a/b.git https://user@host.io/x",
  "a@example.com noreply@riverbank.io @torch.no_grad() x@y",
  "image@2x.png",
  "3.2e+10 1e+05 +1.5 + 1000 2000",
  "[1234, 5678, 9012, 3456]",
  "epoch 12 loss 0.123 456 789",
])("nothing in %j", (text) => {
  expect(found(text)).toEqual([]);
});

test("check digits", () => {
  expect(["79927398713", "79927398710", "4539148803436467"].map(passesLuhn)).toEqual([
    true,
    false,
    true,
  ]);
  expect(["DE75512108001245126199", "DE75512108001245126198", "XX00"].map(passesIban)).toEqual([
    true,
    false,
    false,
  ]);
});

describe("hostile text", () => {
  test("places lie in the text", () => {
    const pieces = [
      "4539 1488 0343 6467",
      "ada@riverbank.io",
      "@",
      "+",
      "+44 20 7946 0958",
      "(",
      "1",
      "-",
      " ",
      "DE75",
    ];
    fc.assert(fc.property(textOf(pieces), (text) => expectWithin(text, findStoredPersonal(text))));
  });

  test.each([
    "1",
    "1 ",
    "1-",
    "@",
    "a@",
    "a@b.",
    "+1 ",
    "+",
    "A1",
    "AA11 ",
    "(123) ",
    "4539 1488 ",
  ])("%j by the hundred thousand", (piece) => {
    expectQuick(() => findStoredPersonal(piece.repeat(300_000)), 3_000);
  });
});
