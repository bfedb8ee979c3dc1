import { expect, test } from "vitest";
import { bodies, read, resource, shown } from "./testing/read.ts";

const lake = {
  "lake/main.tf":
    'variable "name" { type = string }\nvariable "opts" {\n  type = object({ v = optional(bool, true), n = optional(number) })\n  default = {}\n}\nresource "b" "l" {\n  bucket = upper(var.name)\n  v = var.opts.v\n}\noutput "arn" { value = b.l.arn }\noutput "bucket" { value = b.l.bucket }',
};

test("a called folder is evaluated where it is called, not by itself", () => {
  const reading = read({
    ...lake,
    "main.tf":
      'module "one" {\n  source = "./lake"\n  name = "a"\n}\nmodule "each" {\n  source = "./lake"\n  for_each = { k = false }\n  name = each.key\n  opts = { v = each.value }\n}\nresource "p" "q" {\n  a = module.one.arn\n  b = module.each["k"].bucket\n  c = [for m in module.each : m.arn]\n}',
  });
  expect(bodies(reading)).toEqual({
    "p.q": { a: "&module.one.b.l.arn", b: "K", c: ['&module.each["k"].b.l.arn'] },
    "module.one.b.l": { bucket: "A", v: true },
    'module.each["k"].b.l': { bucket: "K", v: false },
  });
  expect(reading.problems).toEqual([]);
});

test("every folder that none calls is a root of its own", () => {
  const reading = read({
    "a/main.tf": 'resource "x" "y" { a = 1 }',
    "b/main.tf": 'module "m" { source = "../c" }',
    "c/main.tf": 'resource "x" "y" { a = 2 }',
  });
  expect(reading.resources.map(({ address, scope }) => [address, scope])).toEqual([
    ["x.y", "a"],
    ["module.m.x.y", "b"],
  ]);
});

test("a module that is not here is told once, and unknown is all that comes of it", () => {
  const reading = read(
    'module "vpc" {\n  source  = "terraform-aws-modules/vpc/aws"\n  version = "5.0.0"\n}\nresource "x" "y" { a = module.vpc.id }',
  );
  expect(reading.problems.map(({ message }) => message)).toEqual([
    "module.vpc is not here (terraform-aws-modules/vpc/aws)",
  ]);
  expect(bodies(reading)["x.y"]).toEqual({
    a: "?module.vpc is not here (terraform-aws-modules/vpc/aws)",
  });
});

test("fetched modules are found through their list, and are no roots", () => {
  const reading = read({
    "env/main.tf":
      'module "vpc" {\n  source = "terraform-aws-modules/vpc/aws"\n}\nresource "x" "y" { a = module.vpc.id }',
    "env/.terraform/modules/modules.json":
      '{"Modules":[{"Key":"","Dir":"."},{"Key":"vpc","Dir":".terraform/modules/vpc"},{"Key":"vpc.sub","Dir":".terraform/modules/sub"}]}',
    "env/.terraform/modules/vpc/main.tf":
      'module "sub" { source = "git::x" }\noutput "id" { value = module.sub.v }',
    "env/.terraform/modules/vpc/examples/a/main.tf": 'resource "no" "no" {}',
    "env/.terraform/modules/sub/main.tf":
      'resource "s" "t" { a = path.module }\noutput "v" { value = s.t.id }',
  });
  expect(reading.problems).toEqual([]);
  expect(bodies(reading)).toEqual({
    "x.y": { a: "&module.vpc.module.sub.s.t.id" },
    "module.vpc.module.sub.s.t": { a: ".terraform/modules/sub" },
  });
});

test("what contains itself is told, and read all the same", () => {
  const reading = read({
    "a/main.tf": 'module "b" { source = "../b" }\nresource "x" "a" { v = module.b.v }',
    "b/main.tf":
      'module "a" { source = "../a" }\nresource "x" "b" { v = module.a.v }\noutput "v" { value = module.a.v }',
  });
  expect(Object.keys(bodies(reading))).toEqual(["x.a", "module.b.x.b"]);
  expect(reading.problems.map(({ message }) => message)).toEqual(["module.a contains itself"]);
});

test("uncertainty is handed down to what a module holds", () => {
  const reading = read({
    ...lake,
    "main.tf":
      'variable "on" {}\nmodule "m" {\n  source = "./lake"\n  count = var.on\n  name = "x"\n}\nmodule "off" {\n  source = "./lake"\n  count = 0\n  name = "x"\n}',
  });
  expect(reading.resources.map(({ address, uncertain }) => [address, uncertain])).toEqual([
    ["module.m[0].b.l", "var.on has no value"],
  ]);
});

test("values come from files in their order, from those asked for, and from the command line", () => {
  const files = {
    "main.tf":
      'variable "a" { default = 1 }\nvariable "b" { type = number }\nvariable "c" {}\nvariable "d" { type = list(string) }\nresource "x" "y" {\n  a = var.a\n  b = var.b\n  c = var.c\n  d = var.d\n}',
    "terraform.tfvars": 'a = 2\nb = "2"\nc = 2',
    "z.auto.tfvars.json": '{"c": "${3}", "d": [1]}',
    "prod.tfvars": "a = 4",
    "other/terraform.tfvars": "a = 5",
  };
  expect(bodies(read(files))["x.y"]).toEqual({ a: 2, b: 2, c: "${3}", d: ["1"] });
  const options = { varFiles: ["prod.tfvars"], vars: { b: "7", d: '["q"]' } };
  expect(bodies(read(files, options))["x.y"]).toEqual({ a: 4, b: 7, c: "${3}", d: ["q"] });
});

test("override files replace attributes and blocks of their type", () => {
  const reading = read({
    "main.tf":
      'locals { l = 1 }\nresource "x" "y" {\n  a = local.l\n  k = 1\n  b { n = 1 }\n  c { n = 1 }\n}',
    "override.tf": 'locals { l = 2 }\nresource "x" "y" {\n  k = 2\n  b { n = 2 }\n}',
  });
  expect(bodies(reading)).toEqual({ "x.y": { a: 2, k: 2, b: [{ n: 2 }], c: [{ n: 1 }] } });
});

test("files are those of the scan, from the folder of the root", () => {
  const reading = read({
    "env/main.tf":
      'module "m" { source = "../m" }\nresource "x" "y" {\n  a = file("t.txt")\n  b = file("../../secret")\n  c = file("/etc/passwd")\n}',
    "env/t.txt": "text",
    "m/main.tf":
      'resource "x" "z" { a = templatefile("${path.module}/t.tpl", { n = ["p", "q"] }) }',
    "m/t.tpl": "%{ for x in n ~}\n${x};\n%{ endfor ~}\n",
  });
  expect(bodies(reading)).toEqual({
    "x.y": {
      a: "text",
      b: "?the file ../../secret is not here",
      c: "?the file /etc/passwd is not here",
    },
    "module.m.x.z": { a: "p;\nq;\n" },
  });
});

test("JSON syntax is evaluated the same", () => {
  const reading = read({
    "main.tf.json":
      '{"variable": {"v": {"type": "list(string)", "default": [1]}}, "resource": {"x": {"y": {"for_each": "${toset(var.v)}", "a": "n${each.key}", "b": {"c": true}, "dynamic": {"d": {"for_each": [5], "content": {"e": "${d.value}"}}}}}}}',
  });
  expect(bodies(reading)).toEqual({ 'x.y["1"]': { a: "n1", b: { c: true }, d: [{ e: 5 }] } });
});

test("values stand where the resource is written, their parts too", () => {
  const text =
    'locals {\n  t = { a = "from afar" }\n}\nresource "x" "y" {\n  a = local.t\n  b = merge(local.t, { c = "near" })\n}\n';
  const { body, at } = resource(read(text), "x.y");
  const source = (
    value: { readonly at: { readonly start: number; readonly end: number } } | undefined,
  ): string => (value === undefined ? "" : text.slice(value.at.start, value.at.end));
  expect(text.slice(at.start, at.end)).toBe('resource "x" "y"');
  const a = body.entries.get("a");
  const b = body.entries.get("b");
  expect(source(a)).toBe("local.t");
  expect(source(a?.kind === "map" ? a.entries.get("a") : undefined)).toBe("local.t");
  expect(source(b?.kind === "map" ? b.entries.get("a") : undefined)).toBe(source(b));
  expect(source(b?.kind === "map" ? b.entries.get("c") : undefined)).toBe('"near"');
  expect(shown(b)).toEqual({ a: "from afar", c: "near" });
});

test("what cannot be read is told with its place, once", () => {
  const reading = read(
    {
      "main.tf":
        'resource "x" "y" {\n  a = = 1\n  b = 2\n}\nmodule "a" { source = "./m" }\nmodule "b" { source = "./m" }',
      "m/main.tf": 'module "gone" { source = "../../gone" }',
      "terraform.tfvars": "a = [1",
    },
    { varFiles: ["none.tfvars"] },
  );
  expect(reading.problems.map(({ message, at }) => [message, at?.document.path])).toEqual([
    ["a value is wanted here", "main.tf"],
    ["the file none.tfvars is not here", undefined],
    ["a list is not closed", "terraform.tfvars"],
    ["module.gone is not here (../../gone)", "m/main.tf"],
  ]);
  expect(bodies(reading)).toEqual({ "x.y": { a: "?it could not be read", b: 2 } });
});
