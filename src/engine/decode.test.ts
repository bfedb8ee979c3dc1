import { expect, test } from "vitest";
import { decode } from "./decode.ts";

test("UTF-8, with and without a mark, is read without problems", () => {
  expect(decode(Buffer.from("é = 1"), "python")).toEqual({ text: "é = 1", problems: [] });
  expect(decode(Buffer.from("\ufeffé = 1"), "python")).toEqual({ text: "é = 1", problems: [] });
});

test("UTF-16 with a mark is read", () => {
  expect(decode(Buffer.from("\ufeffx = 1", "utf16le"), "text").text).toBe("x = 1");
  expect(decode(Buffer.from("\ufeffx = 1", "utf16le").swap16(), "text").text).toBe("x = 1");
});

test.each(["latin-1", "iso-8859-1", "cp1252", "ISO_8859_15"])(
  "a Python file may declare %s",
  (name) => {
    const decoded = decode(
      Buffer.from(`# -*- coding: ${name} -*-\ns = "\xe9"`, "latin1"),
      "python",
    );
    expect(decoded.text).toContain('"é"');
    expect(decoded.problems).toEqual([]);
  },
);

test("the declaration may stand on the second line, below a comment only", () => {
  const bytes = (first: string): Buffer =>
    Buffer.from(`${first}\n# coding=latin-1\n"\xe9"`, "latin1");
  expect(decode(bytes("#!/usr/bin/python"), "python").problems).toEqual([]);
  expect(decode(bytes("x = 1"), "python").problems).toHaveLength(1);
});

test.each(["utf-7", "unicode_escape", "rot13", "no-such"])(
  "an encoding that can hide code is said: %s",
  (name) => {
    const decoded = decode(Buffer.from(`# coding: ${name}\nx = 1`), "python");
    expect(decoded.problems[0]?.reason).toBe("encoding-error");
    expect(decoded.text).toContain("x = 1");
  },
);

test("what is not UTF-8 is still searched, and said to be broken where it breaks", () => {
  const decoded = decode(Buffer.from(`${"a".repeat(100)}\xff\xfe tail`, "latin1"), "python");
  expect(decoded.problems[0]).toMatchObject({ reason: "encoding-error", at: 100 });
  expect(decoded.text).toContain("tail");
});

test("a NUL byte in text is a problem", () => {
  expect(decode(Buffer.from("x = 1\0"), "python").problems[0]).toMatchObject({ at: 5 });
});
