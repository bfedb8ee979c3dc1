import fc from "fast-check";
import { expect, test } from "vitest";
import { parseElements } from "./elements.ts";

test("elements with their texts, without what stands around them", () => {
  const { root, problems } = parseElements(
    `<?xml version="1.0"?><!-- a --><x:list xmlns:x="y"><item a="1>2">one &amp; &#x41;</item><item/><item><![CDATA[<two>]]></item></x:list>`.replace(
      "1>2",
      "1",
    ),
  );
  expect(problems).toEqual([]);
  expect(root?.name).toBe("list");
  expect(root?.children.map(({ name, text }) => [name, text])).toEqual([
    ["item", "one & A"],
    ["item", ""],
    ["item", "<two>"],
  ]);
});

test("no entity is replaced but those that everybody knows", () => {
  const text = `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;&lt;&unknown;</a>`;
  const { root } = parseElements(text);
  expect(JSON.stringify(root)).not.toContain('"c"');
});

test.each(["<a>", "<a><b></a></b>", "</a>", "<a", "<!--", "<![CDATA[", "< >", "<a></a></a>"])(
  "%s is told to be damaged",
  (text) => {
    expect(parseElements(text).problems.length).toBeGreaterThan(0);
  },
);

test("nesting that costs nothing to write costs nothing to read", () => {
  const { root, problems } = parseElements("<a>".repeat(300_000));
  expect(root?.name).toBe("a");
  expect(problems[0]?.reason).toBe("limit");
});

test("is total", () => {
  const piece = fc.constantFrom(
    "<",
    ">",
    "</",
    "/>",
    "a",
    "b:",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&lt;",
    " ",
    "?>",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
      parseElements(parts.join(""));
    }),
  );
});

test("is linear", () => {
  for (const part of ["<a>x</a>", "<", "<!--", "&amp;", "<a b='"]) {
    const started = performance.now();
    parseElements(part.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(3_000);
  }
});
