import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexLines } from "../core/index.ts";
import {
  all,
  any,
  fail,
  must,
  mustBe,
  mustBeAbsent,
  mustBeSet,
  mustNotBe,
  pass,
  unknown,
  type Answer,
} from "./answer.ts";
import type { Fact } from "./fact.ts";
import type { Document, Place, Value } from "./value.ts";

const document: Document = { path: "a.tf", kind: "terraform", text: "x", lines: indexLines("x") };
const at: Place = { document, start: 0, end: 1 };
const missing: Answer = { kind: "not-assessed", at, missing: "s3:GetBucketPolicy" };
const answers: readonly Answer[] = [pass, fail(at), unknown(at, "var.x has no value"), missing];

function known<T>(value: T): Fact<T> {
  return { kind: "known", value, at };
}
const absent: Fact<never> = { kind: "absent", at };
const unread: Fact<never> = { kind: "unread", missing: "s3:GetBucketPolicy", at };
const doubtful: Fact<never> = { kind: "unknown", cause: "var.x has no value", at };
const reference: Value = { kind: "reference", resource: "aws_kms_key.k", attribute: ["arn"], at };
const set: Fact<never> = { kind: "set", value: reference, cause: "it is known later", at };

function either<T>(...options: readonly Fact<T>[]): Fact<T> {
  return { kind: "choice", options, cause: "var.stage has no value", at };
}

describe("answers", () => {
  test("together: what fails counts most, and a refusal is never a pass", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...answers), { minLength: 1 }), (list) => {
        const kinds = list.map(({ kind }) => kind);
        const whole = all(...list).kind;
        if (kinds.includes("fail")) expect(whole).toBe("fail");
        else if (kinds.some((kind) => kind !== "pass")) expect(whole).not.toBe("pass");
        else expect(whole).toBe("pass");
      }),
    );
  });

  test("one of them: fails only where all fail", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...answers), { minLength: 1 }), (list) => {
        const kinds = list.map(({ kind }) => kind);
        const whole = any(...list).kind;
        if (kinds.includes("pass")) expect(whole).toBe("pass");
        else if (kinds.some((kind) => kind !== "fail")) expect(whole).not.toBe("fail");
        else expect(whole).toBe("fail");
      }),
    );
  });
});

describe("a fact", () => {
  test.each<[string, Fact<string>, Answer["kind"]]>([
    ["that is right", known("Disabled"), "pass"],
    ["that is wrong", known("Enabled"), "fail"],
    ["that is not written", absent, "fail"],
    ["that cannot be told", doubtful, "unknown"],
    ["that is known later", set, "unknown"],
    ["that was refused", unread, "not-assessed"],
    ["that is right either way", either(known("Disabled"), known("Disabled")), "pass"],
    ["that is wrong either way", either<string>(known("Enabled"), absent), "fail"],
    ["that depends", either(known("Enabled"), known("Disabled")), "unknown"],
  ])("%s", (_, fact, kind) => {
    expect(mustBe(fact, "Disabled").kind).toBe(kind);
  });

  test("that must not have a value may be absent", () => {
    expect(mustNotBe(absent as Fact<string>, "public-read").kind).toBe("pass");
    expect(mustNotBe(known("public-read"), ["public-read"]).kind).toBe("fail");
  });

  test.each<[string, Fact<unknown>, Answer["kind"]]>([
    ["a text", known("x"), "pass"],
    ["no text", known(""), "fail"],
    ["an empty list", known([]), "fail"],
    ["an empty object", known({ kind: "map", entries: new Map(), at }), "fail"],
    ["a reference", set, "pass"],
    ["nothing", absent, "fail"],
    ["what was refused", unread, "not-assessed"],
    ["one of two things", either<unknown>(known("x"), set), "pass"],
    ["something or nothing", either<unknown>(known("x"), absent), "unknown"],
  ])("is set: %s", (_, fact, kind) => {
    expect(mustBeSet(fact).kind).toBe(kind);
  });

  test("is absent where it is not set", () => {
    expect(mustBeAbsent(absent as Fact<string>).kind).toBe("pass");
    expect(mustBeAbsent(known("x")).kind).toBe("fail");
    expect(mustBeAbsent(set as Fact<string>).kind).toBe("fail");
    expect(mustBeAbsent(unread as Fact<string>).kind).toBe("not-assessed");
  });

  test("keeps where it stands", () => {
    const answer = must(known(3), (days) => days > 7, { message: "too few days" });
    expect(answer).toEqual({ kind: "fail", at, message: "too few days" });
  });
});
