import { describe, expect, test } from "vitest";
import { bytesOf } from "../formats/bytes/source.ts";
import { isVouchedFor, whyNotOwn } from "./own-names.ts";
import { calling, global, limits, opcodes, text } from "./testing/pickles.ts";
import { traceLoad } from "./trace.ts";

function messages(bytes: Buffer, ...names: readonly string[]): readonly string[] {
  const { parts } = traceLoad(bytesOf(bytes), { ...limits, own: new Set(names) });
  return parts.flatMap(({ lines }) =>
    lines.flatMap(({ acts = [] }) => acts.map(({ kind, message }) => `${kind}: ${message}`)),
  );
}

describe("a name of one's own", () => {
  const made = opcodes(`\x80\x04${global("acme.features", "Scaler")})\x81}${text("n")}K\x01sb.`);

  test("may be made, called and referred to", () => {
    expect(messages(made)).not.toEqual([]);
    expect(messages(made, "acme.features.Scaler")).toEqual([]);
    expect(messages(calling("acme.io", "read", "x"), "acme.io.read")).toEqual([]);
    const named = opcodes(`\x80\x04${global("acme.features", "Scaler")}.`);
    expect(messages(named)).toEqual(["names-unknown: acme.features.Scaler is imported"]);
    expect(messages(named, "acme.features.Scaler")).toEqual([]);
  });

  test("may be made the old way", () => {
    const old = opcodes(
      `\x80\x02ccopy_reg\n_reconstructor\ncacme.features\nScaler\nc__builtin__\nobject\nN\x87R.`,
    );
    expect(messages(old)).not.toEqual([]);
    expect(messages(old, "acme.features.Scaler")).toEqual([]);
  });

  test("is allowed whole, and nothing beside it", () => {
    expect(messages(made, "acme.features", "acme.features.Scale", "features.Scaler")).toHaveLength(
      1,
    );
    expect(messages(calling("acme.features", "Scaler.load", "x"), "acme.features.Scaler")).toEqual([
      "calls-unknown: acme.features.Scaler.load is called, of which it is not known what it does",
    ]);
  });

  test("may not be handed what runs code, nor what is not known", () => {
    const handed = (module: string, name: string): Buffer =>
      opcodes(`\x80\x04${global("acme.io", "read")}${global(module, name)}\x85R.`);
    expect(messages(handed("os", "system"), "acme.io.read")).toContain(
      "runs: os.system is handed to acme.io.read",
    );
    expect(messages(handed("other", "thing"), "acme.io.read")).toEqual([
      "calls-unknown: other.thing is handed to acme.io.read, of which it is not known what it does",
    ]);
  });

  test("does not lead through a module that it imports", () => {
    const reached = calling("acme", "os.system", "id");
    expect(messages(reached, "acme.os.system")).toEqual(["runs: acme.os.system is called"]);
    expect(isVouchedFor({ module: "os", name: "system" }, new Set(["os.system"]))).toBe(false);
  });
});

test.each([
  "acme.features.Scaler",
  "acme.code.Tokenizer",
  "acme_ml.Outer.Inner",
  "größe.Skalierer",
])("%s can be vouched for", (name) => {
  expect(whyNotOwn(name)).toBeUndefined();
});

test.each([
  ["acme.*", /pattern/],
  ["*", /pattern/],
  ["acme", /no whole name/],
  ["acme.a-b.C", /no whole name/],
  ["acme..C", /no whole name/],
  ["os.system", /runs code/],
  ["builtins.eval", /runs code/],
  ["subprocess.Popen", /runs code/],
  ["acme.os.system", /runs code/],
  ["acme.tools.subprocess.check_output", /runs code/],
  ["numpy.core._internal.new", /belongs to `numpy`/],
  ["textwrap.fill", /belongs to `textwrap`/],
  ["__main__.Scaler", /keep the class in a module/],
])("%s cannot: %s", (name, why) => {
  expect(whyNotOwn(name)).toMatch(why);
});
