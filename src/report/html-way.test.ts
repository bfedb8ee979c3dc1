import { describe, expect, test } from "vitest";
import type { Step } from "../core/index.ts";
import { render } from "./html.ts";
import { wayDrawing } from "./html-way.ts";
import { clipMiddle, textWidth, wrapTo } from "./html-way-text.ts";
import { render as junit } from "./junit.ts";
import { render as gitlab } from "./gitlab.ts";
import { render as markdown } from "./markdown.ts";
import { render as sarif } from "./sarif.ts";
import { render as terminal } from "./terminal.ts";
import { infraRun } from "./testing/sample-infra.ts";

const stop: Step = {
  location: { path: "a.tf", line: 1 },
  message: "goes on",
  evidence: "x",
  thing: { kind: "subnet", name: "a" },
};
const plain: Step = { location: { path: "a.py", line: 1 }, message: "passed on", evidence: "x" };

function drawn(steps: readonly Step[]): string {
  // oxlint-disable-next-line typescript/no-base-to-string -- hono's pages are String objects
  return String(wayDrawing(steps));
}

describe("a drawing", () => {
  test("has a box for each thing, an arrow between two, and says all of it to who cannot see", () => {
    const page = render(infraRun());
    expect(page.match(/<rect x="[\d.]+" y="[\d.]+" width="\d+" height="54"/g)).toHaveLength(8);
    expect(page.match(/class="head"/g)).toHaveLength(6);
    expect(page.match(/class="stop danger"/g)).toHaveLength(2);
    expect(page).toContain("research-lab stands in aws_subnet.lab; lab is routed by");
  });

  test("is made of ways through infrastructure only", () => {
    expect(drawn([plain, plain])).toBe("");
    expect(drawn([stop])).toBe("");
    expect(drawn([stop, plain])).toBe("");
    expect(drawn([stop, stop])).toContain("<svg");
    expect(drawn(Array.from({ length: 9 }, () => stop))).toBe("");
  });

  test("of many things stands upright", () => {
    const six = drawn(Array.from({ length: 6 }, () => stop));
    expect(six).not.toContain('class="across"');
    expect(six).toContain('class="down"');
  });

  test("a hostile name takes no room and no time", () => {
    const thing = { kind: "x".repeat(100_000), name: "y".repeat(100_000) };
    const long = { ...stop, thing, message: "z ".repeat(100_000) };
    const [, width] = /class="across"[^>]*width="(\d+)"/.exec(drawn([long, long])) ?? [];
    expect(Number(width)).toBeLessThan(800);
  });
});

describe("texts of a drawing", () => {
  test("are cut in the middle", () => {
    const short = clipMiddle("acme-models-production-eu-west-1", { width: 90, size: 12 });
    expect(short).toMatch(/^acme.*….*-1$/);
    expect(textWidth(short, 12)).toBeLessThanOrEqual(90);
    expect(clipMiddle("lab", { width: 90, size: 12 })).toBe("lab");
  });

  test("break between words, and in an address", () => {
    expect(wrapTo("is routed by aws_route_table.lab", { width: 90, size: 11.5, lines: 4 })).toEqual(
      ["is routed by", "aws_route_", "table.lab"],
    );
    expect(wrapTo("a b c d e f", { width: 16, size: 11.5, lines: 2 })).toHaveLength(2);
  });
});

describe("what infrastructure tells", () => {
  test("the page lists the assets, with what they use and what is wrong with them", () => {
    const page = render(infraRun());
    expect(page).toContain("1 model · 1 notebook");
    expect(page).toContain('<a href="#i1">research-lab</a>');
    expect(page).toContain('<span class="soft">aws_iam_role.lab</span>');
    expect(page).toContain("123456789012 · eu-west-1");
    expect(page).toContain(">1 high</a>");
  });

  test("the page groups what could not be told by its cause", () => {
    const page = render(infraRun());
    expect(page).toContain("<summary><b>2</b> var.kms_key has no value</summary>");
    expect(page).toContain("s3:GetBucketPolicy (403 AccessDenied)");
  });

  test("the terminal counts the assets, and says so where an audit found none", () => {
    expect(terminal(infraRun())).toContain("Inventory   1 model · 1 notebook");
    expect(terminal({ ...infraRun(), inventory: [] })).not.toContain("Inventory");
    expect(terminal({ ...infraRun(), inventory: [], command: "audit aws" })).toContain(
      "nothing of machine learning was found",
    );
  });
});

test("what can be pasted stands in every report", () => {
  const run = infraRun();
  expect(render(run)).toContain("<pre>a = &quot;1&quot;\nb = &quot;&lt;2&gt;&quot;</pre>");
  expect(junit(run)).toContain("  b = &quot;&lt;2&gt;&quot;");
  const [issue] = JSON.parse(gitlab(run)) as [{ content: { body: string } }];
  expect(issue.content.body).toContain('\n\n    a = "1"\n    b = "<2>"');
  expect(markdown(run)).toContain("&#34;1&#34;&#10;b");
  expect(sarif(run)).toContain('"into": "terraform"');
});
