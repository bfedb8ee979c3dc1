import { describe, expect, test } from "vitest";
import { zipOf } from "../testing/archives.ts";
import { actsIn, global, isFound, opcodes, text } from "./testing/pickles.ts";

const pickle = (body: string): Buffer => opcodes(`\x80\x04${body}.`);
const listed = global("river.optim.initializers", "Zeros");
const regression = global("sklearn.linear_model._base", "LinearRegression");
const factory = (f: string): string => `${global("collections", "defaultdict")}${f}\x85R`;
const partial = (f: string): string => `${global("functools", "partial")}${f}\x85R`;

describe("an object that is kept to be called", () => {
  test("is of a listed class", () => {
    expect(actsIn(pickle(factory(`${listed})\x81`)))).toEqual([]);
    expect(actsIn(pickle(factory(partial(`${listed})\x81`))))).toEqual([]);
  });
  test("or makes dictionaries of such", () => {
    const inner = partial(`${listed})\x81`);
    const outer = `${global("functools", "partial")}${global("collections", "defaultdict")}${inner}\x86R`;
    expect(actsIn(pickle(factory(outer)))).toEqual([]);
    const evil = `${global("functools", "partial")}${global("sklearn.metrics._dist_metrics", "newObj")}${global("scipy.stats._continuous_distns", "norm_gen")}\x86R`;
    const hidden = `${global("functools", "partial")}${global("collections", "defaultdict")}${evil}\x86R`;
    expect(isFound(pickle(factory(hidden)))).toBe(true);
  });
  test.each([
    ["not listed", factory(`${global("acme.x", "Thing")})\x81`)],
    ["one whose constructor does harm", factory(`${global("lightgbm.basic", "Booster")})\x81`)],
    ["what a call gave", factory(`${global("acme.x", "make")})R`)],
    ["called", `${partial(`${listed})\x81`)})R`],
  ])("is not %s", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
});

describe("a method that is written by its parts", () => {
  const giver = `${global("dill._dill", "_load_type")}${text("MethodType")}\x85R`;
  const method = (name: string, of = `${regression})\x81`): string =>
    `${giver}${global("sklearn.linear_model._base", name)}${of}\x86R`;
  test("is kept without a call", () => {
    expect(actsIn(pickle(method("LinearRegression.predict")))).toEqual(["names-unknown"]);
  });
  test.each([
    ["called", `${method("LinearRegression.predict")}${text("x")}\x85R`],
    ["handed on", `${global("builtins", "list")}${method("LinearRegression.predict")}\x85R`],
    ["private to Python", method("LinearRegression.__reduce__")],
    ["of what is not listed", method("LinearRegression.predict", `${global("acme.x", "T")})\x81`)],
    ["a function", `${giver}${global("os", "system")}${regression})\x81\x86R`],
  ])("and is found where it is %s", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
});

describe("bytes that spaCy unpickles", () => {
  const vocab = global("spacy.vocab", "unpickle_vocab");
  const bytes = (raw: Buffer): string =>
    `C${String.fromCharCode(raw.length)}${raw.toString("latin1")}`;
  const evil = pickle(`${global("os", "system")}${text("id")}\x85R`);
  test("are followed", () => {
    expect(actsIn(pickle(`${vocab}(NNNN${bytes(pickle("}"))}NNtR`))).toEqual([]);
    expect(actsIn(pickle(`${vocab}(NNNN${bytes(evil)}NNtR`))).toContain("runs");
    const doc = global("spacy.tokens.doc", "unpickle_doc");
    expect(actsIn(pickle(`${doc}(N${bytes(evil)}C\x01atR`))).toContain("runs");
  });
  test("are followed although they begin as no pickler begins them", () => {
    const odd = opcodes("N0cos\nsystem\n(S'id'\ntR.");
    expect(actsIn(pickle(`${vocab}(NNNN${bytes(odd)}NNtR`))).toContain("runs");
  });
  test("are written in the file", () => {
    const made = `${global("builtins", "bytes")}K\x01\x85R`;
    expect(isFound(pickle(`${vocab}(NNNN${made}NNtR`))).toBe(true);
  });
});

describe("an archive of Stable-Baselines3", () => {
  const archive = (value: string): Buffer =>
    zipOf({
      data: `{"lr": {":type:": "x", ":serialized:": "${value}"}, "n": 1}`,
      "policy.pth": "a",
    });
  const evil = pickle(`${global("os", "system")}${text("id")}\x85R`);
  test("is read for what it unpickles", () => {
    expect(actsIn(archive(pickle("}").toString("base64")))).toEqual([]);
    expect(actsIn(archive(evil.toString("base64")))).toContain("runs");
  });
  test.each([
    ["with breaks", evil.toString("base64").replace(/(.{8})/g, "$1\\n")],
    ["with letters that are passed over", `!${evil.toString("base64")}`],
    ["of another protocol", Buffer.from("cos\nsystem\n(S'id'\ntR.").toString("base64")],
    ["that begins as none does", Buffer.from("N0cos\nsystem\n(S'id'\ntR.").toString("base64")],
  ])("%s", (_, value) => {
    expect(actsIn(archive(value))).toContain("runs");
  });
  test("whose key is written in escapes", () => {
    const data = `{"lr": {"\\u003aserialized:": "${evil.toString("base64")}"}}`;
    expect(actsIn(zipOf({ data }))).toContain("runs");
  });
});

describe("the one member of an archive", () => {
  test.each(["/home/ada/out/model.pkl", "/tmp/x/table.csv.zip", "C:/work/data.json"])(
    "may have the whole path to which pandas wrote it: %s",
    (name) => {
      expect(actsIn(zipOf({ [name]: "a,b\n1,2\n" }))).toEqual([]);
    },
  );
  test.each([
    "/etc/cron.d/model.pkl",
    "/home/ada/.ssh/keys.txt",
    "/tmp/../etc/model.pkl",
    "../model.pkl",
    "/tmp/run.sh",
    "/tmp/evil.py",
    "/usr/lib/python3/dist-packages/x.json",
    "C:/Users/a/Start Menu/Programs/Startup/a.txt",
  ])("but not where it is used: %s", (name) => {
    expect(isFound(zipOf({ [name]: "a" }))).toBe(true);
  });
  test("and is the only one", () => {
    expect(isFound(zipOf({ "/tmp/a.pkl": "a", "b.pkl": "b" }))).toBe(true);
  });
});
