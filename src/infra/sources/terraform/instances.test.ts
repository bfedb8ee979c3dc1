import { expect, test } from "vitest";
import { attribute, bodies, read, resource, shown } from "./testing/read.ts";

test("count makes instances that know their number", () => {
  const reading = read(
    'resource "x" "y" {\n  count = 2\n  a = "n${count.index}"\n}\nresource "x" "z" {\n  all = x.y[*].a\n  id  = x.y[1].id\n  n   = length(x.y)\n}\n',
  );
  expect(bodies(reading)).toEqual({
    "x.y[0]": { a: "n0" },
    "x.y[1]": { a: "n1" },
    "x.z": { all: ["n0", "n1"], id: "&x.y[1].id", n: 2 },
  });
});

test("for_each makes instances by key, of maps and of sets", () => {
  const reading = read(
    'resource "x" "m" {\n  for_each = { "a b" = 1, c = 2 }\n  a = "${each.key}=${each.value}"\n}\nresource "x" "s" {\n  for_each = toset(["u", "u"])\n  a = each.value\n}\nresource "x" "z" {\n  a = x.m["c"].a\n  b = [for k, v in x.m : v.id]\n  c = values(x.s)[*].arn\n}\n',
  );
  expect(bodies(reading)).toEqual({
    'x.m["a b"]': { a: "a b=1" },
    'x.m["c"]': { a: "c=2" },
    'x.s["u"]': { a: "u" },
    "x.z": { a: "c=2", b: ['&x.m["a b"].id', '&x.m["c"].id'], c: ['&x.s["u"].arn'] },
  });
});

test("an unknown count is one instance that may not be there", () => {
  const reading = read(
    'variable "n" {}\nresource "x" "y" {\n  count = var.n\n  a = 1\n}\nresource "x" "z" {\n  a = x.y[*].id\n  b = x.y[0].id\n}',
  );
  expect(resource(reading, "x.y[0]").uncertain).toBe("var.n has no value");
  expect(bodies(reading)["x.z"]).toEqual({
    a: ["&x.y[0].id", "…var.n has no value"],
    b: "&x.y[0].id",
  });
});

test("of a count that is one or none, the first may not be there", () => {
  const reading = read(
    'variable "on" {}\nresource "x" "y" {\n  count = var.on ? 2 : 1\n}\nresource "x" "z" {\n  count = var.on ? 1 : 0\n}\nresource "x" "none" {\n  count = 0\n}',
  );
  expect(reading.resources.map(({ address, uncertain }) => [address, uncertain])).toEqual([
    ["x.y[0]", undefined],
    ["x.y[1]", "var.on has no value"],
    ["x.z[0]", "var.on has no value"],
  ]);
});

test("an unknown for_each is one instance of whatever there will be", () => {
  const reading = read(
    'variable "m" {}\nresource "x" "y" {\n  for_each = var.m\n  a = each.value.name\n}\nresource "x" "z" {\n  for_each = merge({ k = { name = "n" } }, var.m)\n  a = each.value.name\n}',
  );
  expect(reading.resources.map(({ address, uncertain }) => [address, uncertain])).toEqual([
    ['x.y["*"]', "var.m has no value"],
    ['x.z["k"]', undefined],
    ['x.z["*"]', "var.m has no value"],
  ]);
  expect(bodies(reading)['x.y["*"]']).toEqual({ a: "?var.m has no value" });
});

test("blocks are lists of maps, dynamic ones with the others", () => {
  const reading = read(
    'variable "u" {}\nresource "x" "y" {\n  b {\n    n = 1\n  }\n  dynamic "b" {\n    for_each = { k = 2 }\n    iterator = it\n    content {\n      n = it.value\n      k = it.key\n      c {}\n    }\n  }\n  dynamic "open" {\n    for_each = var.u\n    content {\n      n = open.value.n\n    }\n  }\n  dynamic "either" {\n    for_each = var.u ? [1] : []\n    content {\n      n = either.value\n    }\n  }\n  dynamic "none" {\n    for_each = []\n    content {}\n  }\n}',
  );
  expect(bodies(reading)["x.y"]).toEqual({
    b: [{ n: 1 }, { n: 2, k: "k", c: [{}] }],
    open: [{ n: "?var.u has no value" }, "…var.u has no value"],
    either: { either: [[{ n: 1 }], []], cause: "var.u has no value" },
    none: [],
  });
});

test("meta-arguments are no attributes; lifecycle is kept in its words", () => {
  const reading = read(
    'resource "x" "y" {\n  count      = 1\n  depends_on = [x.z]\n  provider   = aws.a\n  lifecycle {\n    ignore_changes  = [tags, a.b]\n    prevent_destroy = true\n  }\n}',
  );
  expect(bodies(reading)["x.y[0]"]).toEqual({
    lifecycle: [{ ignore_changes: ["tags", "a.b"], prevent_destroy: true }],
  });
});

test("attributes of others are their value where it is written, else references", () => {
  expect(attribute("x.o.name", 'resource "x" "o" { name = "n" }')).toBe("n");
  expect(attribute("x.o.arn", 'resource "x" "o" { name = "n" }')).toBe("&x.o.arn");
  expect(attribute("x.o.kms", 'resource "x" "o" { kms = null }')).toBe("&x.o.kms");
  expect(attribute("x.o.b[0].n", 'resource "x" "o" {\n b { n = 1 }\n}')).toBe(1);
  expect(attribute("x.o.b[0].id", 'resource "x" "o" {\n b { n = 1 }\n}')).toBe(
    "?id is known only when the resource exists",
  );
  expect(attribute("data.d.me.id", 'data "d" "me" {}')).toBe("&data.d.me.id");
  expect(attribute("upper(data.d.me.id)", 'data "d" "me" {}')).toBe(
    "?data.d.me.id is known only live",
  );
  expect(attribute('"${x.o.arn}/*"', 'resource "x" "o" {}')).toEqual({ text: ["&x.o.arn", "/*"] });
});

test("what stands twice is there twice", () => {
  const reading = read({
    "a.tf": 'resource "x" "y" { a = 1 }',
    "b.tf": 'resource "x" "y" { a = 2 }',
  });
  expect(reading.resources.map(({ body }) => shown(body))).toEqual([{ a: 1 }, { a: 2 }]);
});

test("the region is that of the provider that is meant", () => {
  const reading = read({
    "main.tf":
      'variable "r" { default = "eu-west-1" }\nprovider "aws" { region = var.r }\nprovider "aws" {\n  alias = "us"\n  region = "us-east-1"\n}\nresource "aws_a" "b" {}\nresource "aws_a" "c" { provider = aws.us }\nresource "aws_a" "d" { region = "x" }\nmodule "m" {\n  source = "./m"\n  providers = { aws = aws.us }\n}\nmodule "n" { source = "./m" }',
    "m/main.tf": 'resource "aws_a" "e" {}',
  });
  expect(
    Object.fromEntries(reading.resources.map(({ address, region }) => [address, region])),
  ).toEqual({
    "aws_a.b": "eu-west-1",
    "aws_a.c": "us-east-1",
    "aws_a.d": "x",
    "module.m.aws_a.e": "us-east-1",
    "module.n.aws_a.e": "eu-west-1",
  });
});
