import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectQuick, textOf } from "../../../testing/hostile.ts";
import type { Value } from "../../value.ts";
import { readTerraformPlan } from "./plan.ts";
import { attribute, documentOf, read } from "./testing/read.ts";
import { sizeOf } from "./values.ts";
import { limits } from "./work.ts";

/** Locals that are each made of the one before. */
function chain(count: number, each: (before: string) => string, first = "[1]"): string {
  const lines = [`l0 = ${first}`];
  for (let at = 1; at <= count; at++) lines.push(`l${at} = ${each(`local.l${at - 1}`)}`);
  return `locals {\n${lines.join("\n")}\n}\n`;
}

describe("what grows without end is stopped", () => {
  test.each([
    ["lists of lists", chain(60, (l) => `[${l}, ${l}]`), "local.l60"],
    ["JSON of lists of lists", chain(40, (l) => `[${l}, ${l}]`), '"${jsonencode(local.l40)}"'],
    ["maps compared", chain(60, (l) => `{ a = ${l}, b = ${l} }`), "local.l59 == local.l60"],
    ["lists that are joined", chain(40, (l) => `concat(${l}, ${l})`), "length(local.l40)"],
    ["texts that double", chain(60, (l) => `"\${${l}}\${${l}}"`, '"abcd"'), "local.l60"],
    [
      "texts that are replaced",
      chain(30, (l) => `replace(${l}, "a", "aaaaaaaaaa")`, '"a"'),
      "local.l30",
    ],
    ["formats", chain(30, (l) => `format("%s%s%s", ${l}, ${l}, ${l})`, '"a"'), "local.l30"],
    ["a wide format", "", 'format("%999999999d", 1)'],
    ["long chains", chain(20_000, (l) => l), "local.l20000"],
    [
      "deep chains",
      chain(3_000, (l) => `try([for k in [1] : merge({ a = ${l} }, {})][0], 1)`),
      "local.l3000",
    ],
    [
      "loops in loops",
      "",
      "[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a]]]",
    ],
    ["products", "", "setproduct(range(1000), range(1000), range(1000))"],
    ["patterns", "", `regexall("(a+)+$", "${"a".repeat(20_000)}b")`],
    ["many parts", "", `split("", "${"x".repeat(500_000)}")`],
    ["white space", "", `trimspace("a${" ".repeat(300_000)}b")`],
  ])("%s", (_, around, expression) => {
    expectQuick(() => {
      attribute(expression, around);
    }, 10_000);
  });

  test("instances, of resources and of modules", () => {
    const counted = read('resource "x" "y" {\n  count = 1000000000\n}');
    expect(counted.resources.length).toBe(limits.instances);
    expect(counted.problems.map(({ message }) => message)).toEqual([
      `there are more than ${limits.instances} instances; the rest is not looked at`,
    ]);
    const files = Array.from({ length: 40 }, (_, at): [string, string] => [
      `m${at}/a.tf`,
      `module "a" { source = "../m${at + 1}" }\nmodule "b" { source = "../m${at + 1}" }\nresource "x" "y" {}`,
    ]);
    const nested = read(Object.fromEntries(files));
    expect(nested.resources.length).toBeLessThanOrEqual(limits.instances);
    expect(nested.problems.length).toBeGreaterThan(0);
  });

  test("blocks in blocks", () => {
    const depth = 20;
    const text = `resource "x" "y" {\n${'dynamic "a" {\n for_each = range(1000)\n content {\n'.repeat(depth)}${"}\n}\n".repeat(depth)}}`;
    const [first] = read(text).resources;
    expect(first === undefined ? 0 : sizeOf(first.body)).toBeLessThan(limits.size * 3);
  });

  test("all root modules share what there is", () => {
    const loop =
      'resource "x" "y" {\n a = [for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a]]]\n}';
    const files = Array.from({ length: 100 }, (_, at): [string, string] => [`r${at}/a.tf`, loop]);
    expectQuick(() => {
      const { resources, problems } = read(Object.fromEntries(files));
      expect(resources.length).toBe(100);
      expect(problems.length).toBe(100);
    }, 60_000);
  });
});

/** Holds that every value stands in its document. */
function expectPlaced(value: Value): void {
  const { document, start, end } = value.at;
  expect(start >= 0 && start <= end && end <= document.text.length).toBe(true);
  if (value.kind === "list") value.items.forEach(expectPlaced);
  if (value.kind === "map") [...value.entries.values()].forEach(expectPlaced);
  if (value.kind === "choice") value.options.forEach(expectPlaced);
  if (value.kind === "json") expectPlaced(value.value);
  if (value.kind === "template")
    for (const part of value.parts) if (typeof part !== "string") expectPlaced(part);
}

const good = `variable "v" {}
locals {
  l = { a = [1, "b", var.v], b = "x\${var.v}" }
}
module "m" {
  source   = "./m"
  for_each = toset(["p", "q"])
  name     = each.key
}
data "aws_iam_policy_document" "p" {
  statement {
    actions   = ["s3:*"]
    resources = [for b in aws_s3_bucket.b : "\${b.arn}/*"]
  }
}
resource "aws_s3_bucket" "b" {
  count  = var.v ? 1 : 2
  bucket = format("%s-%d", local.l.b, count.index)
  tags   = merge(local.l, { c = try(local.l.z, null) })
  dynamic "rule" {
    for_each = local.l.a
    content {
      n = rule.value == 1 ? rule.key : -rule.key
    }
  }
  policy = data.aws_iam_policy_document.p.json
  text   = <<-EOT
    %{ for m in module.m ~}
    \${m.out}
    %{ endfor ~}
  EOT
}
`;

test("mutated files are read, whatever they say", () => {
  const pieces = [
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    '"',
    "${",
    "%{",
    "\n",
    "=",
    "...",
    "?",
    ":",
    "[*]",
    "local.l",
    "var.v",
    "count",
    "for_each",
    "module.m",
    "EOT",
    "null",
    "-",
    "1e9",
    "dynamic",
    "each.key",
    "jsonencode(",
    "1",
  ];
  const edit = fc.record({
    at: fc.nat(good.length),
    drop: fc.nat(12),
    put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      let text = good;
      for (const { at, drop, put } of edits) text = text.slice(0, at) + put + text.slice(at + drop);
      const reading = read({
        "main.tf": text,
        "m/main.tf": 'variable "name" {}\noutput "out" { value = var.name }',
      });
      for (const { body } of reading.resources) expectPlaced(body);
    }),
    { numRuns: 1_000 },
  );
});

test("plans are read, whatever they say", () => {
  const pieces = [
    '{"planned_values":',
    '{"root_module":',
    '{"resources":[',
    '{"address":"a.b","type":"a","name":"b","values":',
    '"child_modules":[',
    "{",
    "}",
    "[",
    "]",
    ",",
    "null",
    "true",
    '"x":',
    '"after_unknown":',
    '{"references":["module.m.x","a.b"]}',
  ];
  fc.assert(
    fc.property(textOf(pieces), (text) => {
      readTerraformPlan(documentOf("plan.json", text));
    }),
    { numRuns: 1_000 },
  );
});
