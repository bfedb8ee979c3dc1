import { hash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { render } from "./html.ts";
import { script } from "./html-script.ts";
import { style } from "./html-style.ts";
import { anyRun } from "./testing/arbitrary-run.ts";
import { readMarkup, type Markup } from "./testing/markup.ts";
import { sampleFinding } from "./testing/sample-finding.ts";
import { cleanRun, sampleRun } from "./testing/sample-run.ts";

/** Elements and attributes that the page writes; anything else came in from outside. */
const elements = new Set(
  "html head meta title style body div header svg g circle text tspan path h1 h2 h3 span main section strong ol ul li a b dl dt dd rect button input select option optgroup p details summary code pre i mark article table thead tbody tr th td footer script".split(
    " ",
  ),
);
const attributes =
  /^(?:lang|charset|http-equiv|content|name|class|id|href|rel|type|role|title|label|value|hidden|disabled|placeholder|autocomplete|spellcheck|scope|colspan|d|fill|x|y|rx|r|cx|cy|transform|text-anchor|width|height|viewBox|preserveAspectRatio|aria-[a-z]+|data-[a-z]+)$/;

function expectOurs({ tags }: Markup): void {
  for (const tag of tags) {
    expect(elements).toContain(tag.name);
    for (const [name, value] of tag.attributes) {
      expect(name).toMatch(attributes);
      if (name === "href") expect(value).toMatch(/^(?:https?:\/\/|#)/);
    }
  }
  expect(tags.filter(({ name }) => name === "script")).toHaveLength(1);
}

describe("the page", () => {
  const page = render(sampleRun());

  test("admits nothing but its own style and script", () => {
    const [, head] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const policy = head?.replaceAll("&#39;", "'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${hash("sha256", script, "base64")}'`);
    expect(policy).toContain(`style-src 'sha256-${hash("sha256", style, "base64")}'`);
    expect(page).toContain(`<script>${script}</script>`);
    expect(page).toContain(`<style>${style}</style>`);
    expect(page).not.toMatch(/unsafe-inline|unsafe-eval|\sstyle="|\ssrc="/);
  });

  test("has a script that parses", () => {
    // pavise: allow script-eval -- our own script, parsed and not run
    expect(() => new Function(script)).not.toThrow();
    expect(`${script}${style}`).not.toMatch(/<\/(?:script|style)/i);
  });

  test("shows the exact columns, the reason, the way out and the controls by name", () => {
    expect(page).toContain(
      "state = <mark>torch.load(args.checkpoint, map_location=&quot;cpu&quot;)</mark>",
    );
    expect(page).toContain("Pass <code>weights_only=True</code>, or load safetensors.");
    expect(page).toContain("Unpickling executes whatever the file&#39;s author put in it.");
    expect(page).toContain("Deserialization of Untrusted Data");
    expect(page).toContain("more by crosswalk");
  });

  test("tells what was not read, what was suppressed and what is not shown", () => {
    expect(page).toContain("unexpected indent; the rest of the file was searched");
    expect(page).toContain("talks to a test double on this machine");
    expect(page).toContain("1 finding for a wider audience than default not shown");
  });

  test("calls no run clean that was not read", () => {
    expect(render(cleanRun())).toContain("No findings in 5 assets (1.9 MB), read from end to end.");
    expect(render(cleanRun({ unread: true }))).toContain("No findings, but only 5 assets");
  });

  test("escapes whatever is in the run", () => {
    expectOurs(readMarkup(render(sampleRun({ hostile: true }))));
    fc.assert(
      fc.property(anyRun, (run) => {
        const text = render(run);
        expectOurs(readMarkup(text));
        expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 60 },
    );
  });

  test("follows no address but those of the web", () => {
    const run = sampleRun();
    const references = [
      "javascript:alert(1)",
      "https://ok.example/",
      "data:text/html,x",
      "RFC 6901",
    ];
    const checks = run.checks.map((meta) => ({ ...meta, references }));
    const text = render({ ...run, checks });
    expectOurs(readMarkup(text));
    expect(text).toContain('<a href="https://ok.example/"');
    expect(text).toContain("<li>javascript:alert(1)</li>");
  });

  test("explains a check once however many findings it has", () => {
    const findings = Array.from({ length: 50 }, (_, line) =>
      sampleFinding({ check: "verify-off", path: "a.py", location: { path: "a.py", line } }),
    );
    const text = render(sampleRun({ findings }));
    expect(text.split("Whoever sits on the network")).toHaveLength(2);
  });
});
