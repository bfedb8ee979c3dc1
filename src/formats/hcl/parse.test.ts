import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Span } from "../../core/index.ts";
import { expectQuick, expectWithin, textOf } from "../../testing/hostile.ts";
import { parseHclJson } from "./json.ts";
import { parseHcl, parseHclExpression } from "./parse.ts";
import type { Body, Expression } from "./tree.ts";

/** An expression in prefix form. */
function prefix(node: Expression): string {
  switch (node.kind) {
    case "literal":
      return JSON.stringify(node.value);
    case "template":
      return `(text ${node.parts.map(prefix).join(" ")})`;
    case "repeat":
      return `(repeat ${node.key ?? "_"} ${node.item} ${prefix(node.over)} ${prefix(node.body)})`;
    case "group":
      return prefix(node.inner);
    case "name":
      return node.name;
    case "splat-item":
      return "@";
    case "member":
      return `${prefix(node.of)}.${node.name}`;
    case "index":
      return `${prefix(node.of)}[${prefix(node.key)}]`;
    case "splat":
      return `(splat ${prefix(node.of)} ${prefix(node.each)})`;
    case "call":
      return `(${[node.name, ...node.args.map(prefix)].join(" ")}${node.isSpread ? "..." : ""})`;
    case "unary":
      return `(${node.operator} ${prefix(node.of)})`;
    case "binary":
      return `(${node.operator} ${prefix(node.left)} ${prefix(node.right)})`;
    case "conditional":
      return `(if ${prefix(node.test)} ${prefix(node.whenTrue)} ${prefix(node.whenFalse)})`;
    case "tuple":
      return `[${node.items.map(prefix).join(" ")}]`;
    case "object":
      return `{${node.entries.map(({ key, value }) => `${prefix(key)}: ${prefix(value)}`).join(", ")}}`;
    case "for":
      return `(for ${node.keyName ?? "_"} ${node.itemName} ${prefix(node.over)} ${node.key === undefined ? "" : `${prefix(node.key)} => `}${prefix(node.value)}${node.isGrouped ? "..." : ""}${node.test === undefined ? "" : ` if ${prefix(node.test)}`})`;
    default:
      return "broken";
  }
}

test.each([
  ["1 + 2 * 3 - 4", "(- (+ 1 (* 2 3)) 4)"],
  ["a || b && !c == d", "(|| a (&& b (== (! c) d)))"],
  ["a ? b : c ? d : e", "(if a b (if c d e))"],
  ["-1", "-1"],
  ["-a.b", "(- a.b)"],
  ["a-b", "a-b"],
  ["a - b", "(- a b)"],
  ["a.b[0].c", "a.b[0].c"],
  ["a.0.b", "a[0].b"],
  ["a[*].b[0].c", "(splat a @.b[0].c)"],
  ["a.*.b[0]", "(splat a @.b)[0]"],
  ["a[*].b[*].c", "(splat a (splat @.b @.c))"],
  ["f(a, b...)", "(f a b...)"],
  ["f(\n a,\n # why\n b,\n)", "(f a b)"],
  ["provider::aws::arn_parse(a)", "(provider::aws::arn_parse a)"],
  ["[for k, v in m : v if k != null]", "(for k v m v if (!= k null))"],
  ["{for v in m : v.a => v...}", "(for _ v m v.a => v...)"],
  ['{ for = 1, a : 2\n (b) = 3, "c" = 4, d.e = 5 }', '{"for": 1, "a": 2, b: 3, "c": 4, d.e: 5}'],
  ["[1, 2,]", "[1 2]"],
  ["{}", "{}"],
  ['"a${b}c"', '(text "a" b "c")'],
  ['"${a}"', "a"],
  ['"$${a} %%{b} \\"\\u00e4\\n"', '"${a} %{b} \\"ä\\n"'],
  ['"${ f("x}") }y"', '(text (f "x}") "y")'],
  ['"%{ if a }b%{ else }c%{ endif }"', '(text (if a (text "b") (text "c")))'],
  ['"%{ for i, x in l }${x},%{ endfor }"', '(text (repeat i x l (text x ",")))'],
  ['"a ${~ b ~} c"', '(text "a" b "c")'],
  ["<<EOT\n a\n${b}\nEOT\n", '(text " a\\n" b "\\n")'],
  ["<<-EOT\n    a\n\n      b\n  EOT\n", '"a\\n\\n  b\\n"'],
  ["<<EOT\r\na\\n\r\nEOT\r\n", '"a\\\\n\\n"'],
  ["a /* b */ + // c\n d", "(+ a d)"],
  ["1.5e3", "1500"],
  ["a ==", "broken"],
  ["[1", "broken"],
  ['"a', "broken"],
  ["<<EOT\na", "broken"],
  ["a b", "broken"],
])("%s", (text, expected) => {
  expect(prefix(parseHclExpression(text).value)).toBe(expected);
});

function summary(body: Body): string {
  return [
    ...body.attributes.map(({ name, value }) => `${name}=${prefix(value)}`),
    ...body.blocks.map(
      (block) => `${[block.type, ...block.labels].join(" ")} {${summary(block.body)}}`,
    ),
  ].join("; ");
}

describe("bodies", () => {
  test("have attributes and blocks", () => {
    const { body, problems } = parseHcl('a = 1\nb "c" d {\n  e = 2\n  f {}\n}\ng {h = 3}\n');
    expect(summary(body)).toBe("a=1; b c d {e=2; f {}}; g {h=3}");
    expect(problems).toEqual([]);
  });

  test.each([
    ['resource "a" "b" {\n x = = 1\n y = 2\n}\n', "resource a b {x=broken; y=2}"],
    [
      'resource "a" "b" {\n x = [1,\n y = 2\n}\nresource "c" "d" {\n z = 1\n}\n',
      "resource a b {x=broken}; resource c d {z=1}",
    ],
    [
      'resource "a" "b" {\n x = 1\n\nresource "c" "d" {\n z = 1\n}\n',
      "resource a b {x=1}; resource c d {z=1}",
    ],
    ['resource "a" "b" {\n x = "1\n y = 2\n}\na = 1', "a=1; resource a b {x=broken; y=2}"],
    ["}\na = 1", "a=1"],
    ["a b c\nd = 1", "d=1"],
    ["x = {\n a = 1 2\n}\nb = 2", "x=broken; b=2"],
    ["x = f(<<EOT\n) }\nEOT\n 1 2)\nb = 2", "x=broken; b=2"],
    ["a = 1, b = 2\nc = 3;", "a=1; b=2; c=3"],
    ["\ufeffa = 1", "a=1"],
  ])("what is broken costs only itself: %j", (text, expected) => {
    expect(summary(parseHcl(text).body)).toBe(expected);
  });

  test("every node has its place", () => {
    const text = 'resource "a" "b" { # why\n  x = f("p${q.r[0]}", [1, s])\n}\n/* end */';
    const { body, comments } = parseHcl(text);
    const at = ({ start, end }: Span): string => text.slice(start, end);
    const [block] = body.blocks;
    expect(at(block!.head)).toBe('resource "a" "b"');
    expect(at(block!)).toBe(text.slice(0, text.indexOf("}\n/") + 1));
    expect(comments.map(at)).toEqual(["# why", "/* end */"]);
    const attribute = block!.body.attributes[0]!;
    expect(at(attribute)).toBe('x = f("p${q.r[0]}", [1, s])');
    expect(at(attribute.nameSpan)).toBe("x");
    expect(spansOf(attribute.value).map(at)).toEqual([
      'f("p${q.r[0]}", [1, s])',
      '"p${q.r[0]}"',
      "p",
      "q.r[0]",
      "q.r",
      "q",
      "0",
      "[1, s]",
      "1",
      "s",
    ]);
  });
});

/** Spans of an expression and of all within it. */
function spansOf(node: Expression): Span[] {
  const children: readonly (Expression | undefined)[] =
    node.kind === "template"
      ? node.parts
      : node.kind === "repeat"
        ? [node.over, node.body]
        : node.kind === "group"
          ? [node.inner]
          : node.kind === "member"
            ? [node.of]
            : node.kind === "index"
              ? [node.of, node.key]
              : node.kind === "splat"
                ? [node.of, node.each]
                : node.kind === "call"
                  ? node.args
                  : node.kind === "unary"
                    ? [node.of]
                    : node.kind === "binary"
                      ? [node.left, node.right]
                      : node.kind === "conditional"
                        ? [node.test, node.whenTrue, node.whenFalse]
                        : node.kind === "tuple"
                          ? node.items
                          : node.kind === "object"
                            ? node.entries.flatMap(({ key, value }) => [key, value])
                            : node.kind === "for"
                              ? [node.over, node.key, node.value, node.test]
                              : [];
  return [node, ...children.flatMap((child) => (child === undefined ? [] : spansOf(child)))];
}

function allSpans(body: Body): Span[] {
  return [
    ...body.attributes.flatMap((each) => [each, each.nameSpan, ...spansOf(each.value)]),
    ...body.blocks.flatMap((each) => [each, each.head, ...allSpans(each.body)]),
  ];
}

const pieces = [
  'resource "a" "b" {\n',
  "}\n",
  "{",
  "}",
  "[",
  "]",
  "(",
  ")",
  "a = ",
  "b",
  ".c",
  "[*]",
  ".*",
  "[0]",
  '"',
  "${",
  "%{",
  "%{ if a }",
  "%{ else }",
  "%{ endif }",
  "%{ for x in y }",
  "%{ endfor ~}",
  "~",
  "\n",
  "<<EOT\n",
  "<<-EOT\n",
  "EOT\n",
  "\\",
  "# c\n",
  "/*",
  "*/",
  "for x in y : ",
  " => ",
  "if ",
  " ? ",
  " : ",
  " == ",
  "!",
  "-",
  "1e5",
  ",",
  "...",
  "\r\n",
  "ä",
];

describe("hostile texts", () => {
  test("are read to their end, with every place within them", () => {
    fc.assert(
      fc.property(textOf(pieces), (text) => {
        const { body, comments, problems } = parseHcl(text);
        expectWithin(text, [...allSpans(body), ...comments]);
        expect(problems.length).toBeLessThan(25);
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    "[",
    "{a=",
    "(",
    "!",
    "-",
    '"${',
    "a?",
    "x {\n",
    "a.b[",
    "a[*].",
    "f(",
    "<<A\n",
    '"%{if a}',
    "a+",
    "a.b.",
    "a||",
    "[for a in b:",
    "/*",
    "x = {\n",
  ])("nesting without end is bounded: %j", (piece) => {
    expectQuick(() => {
      parseHcl(`x = ${piece.repeat(100_000)}`);
      parseHcl(piece.repeat(100_000));
    }, 3_000);
  });

  test("long chains are no nesting", () => {
    const sum = `a = ${Array.from({ length: 20_000 }, () => "1").join(" + ")}`;
    expect(parseHcl(sum).problems).toEqual([]);
    expect(parseHcl(`a = b${".c".repeat(20_000)}`).problems).toEqual([]);
  });
});

describe("JSON syntax", () => {
  const labels = new Map([
    ["resource", 2],
    ["locals", 0],
  ]);

  test("has blocks, templates and dynamic blocks", () => {
    const { body } = parseHclJson(
      '{"//": "c", "resource": {"a": {"b": [{"x": "${y.z}", "dynamic": {"d": {"for_each": [1], "content": {"e": "f${d.value}"}}}}]}}, "locals": [{"l": 1}, {"m": null}]}',
      labels,
    );
    expect(summary(body)).toBe(
      'resource a b {x=y.z; dynamic d {for_each=[1]; content {e=(text "f" d.value)}}}; locals {l=1}; locals {m=null}',
    );
  });

  test("templates have their places, also behind escapes", () => {
    const text = '{"locals": {"a": "x${y}", "b": "\\n${z}"}}';
    const { body } = parseHclJson(text, labels);
    const [first, second] = body.blocks[0]!.body.attributes;
    const part = first!.value.kind === "template" ? first!.value.parts[1]! : first!.value;
    expect(text.slice(part.start, part.end)).toBe("y");
    const other = second!.value.kind === "template" ? second!.value.parts[1]! : second!.value;
    expect(text.slice(other.start, other.end)).toBe('"\\n${z}"');
  });
});
