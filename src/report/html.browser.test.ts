import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { render } from "./html.ts";
import { infraRun } from "./testing/sample-infra.ts";
import { attackRun } from "./testing/sample-robustness.ts";
import { largeRun, sampleRun } from "./testing/sample-run.ts";

const executablePath = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => existsSync(path));

describe.skipIf(executablePath === undefined)("the page in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "pavise-html-"));
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(html: string): Promise<Page> {
    const file = join(folder, `${complaints.length}-${html.length}.html`);
    writeFileSync(file, html);
    const page = await browser.newPage();
    complaints.length = 0;
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("dialog", (dialog) => complaints.push(`dialog ${dialog.message()}`));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  const shown = (page: Page): Promise<string | null> => page.locator("#shown").textContent();

  test("filters and groups, and says how many are left", async () => {
    const page = await open(render(sampleRun()));
    expect(await shown(page)).toBe("14 findings");
    await page.selectOption("#check", "verify-off");
    expect(await shown(page)).toBe("2 of 14 findings");
    await page.click("#clear");
    await page.selectOption("#control", "OWASP-LLM04:2026");
    expect(await shown(page)).toBe("9 of 14 findings");
    await page.click("#clear");
    await page.click(".tile.critical");
    expect(await shown(page)).toBe("2 of 14 findings");
    await page.click(".tile.critical");
    await page.fill("#text", "TRAIN.py shard_13");
    await expect.poll(() => shown(page)).toBe("2 of 14 findings");
    await page.fill("#text", "nothing like this");
    await expect.poll(() => page.locator("#nothing").isVisible()).toBe(true);
    await page.click("#clear-too");
    await page.selectOption("#group", "severity");
    expect(await page.locator(".group > h3 .name").allTextContents()).toEqual([
      "critical",
      "high",
      "medium",
      "low",
      "info",
    ]);
    expect(complaints).toEqual([]);
  });

  test("explains a finding when it is opened, by keyboard too", async () => {
    const page = await open(render(sampleRun()));
    await page.locator(".finding > summary").first().focus();
    await page.keyboard.press("Enter");
    const finding = page.locator(".finding").first();
    await expect.poll(() => finding.textContent()).toContain("Use of Hard-coded Credentials");
    expect(complaints).toEqual([]);
  });

  test("a link to a fingerprint opens its finding", async () => {
    const run = sampleRun();
    const page = await open(render(run));
    const fingerprint = run.findings[3]!.fingerprint;
    await page.evaluate(`location.hash = "#f-${fingerprint}"`);
    await expect.poll(() => page.locator(`#f-${fingerprint}`).getAttribute("open")).toBe("");
  });

  test("runs nothing that came with the findings and asks the network for nothing", async () => {
    const page = await open(render(sampleRun({ hostile: true })));
    for (const group of ["check", "severity", "file"]) await page.selectOption("#group", group);
    for (const summary of await page.locator(".finding > summary").all()) await summary.click();
    expect(complaints).toEqual([]);
  });

  test("draws a way across where there is room and down where there is none", async () => {
    const page = await open(render(infraRun()));
    await page.locator(".finding > summary").first().click();
    for (const [width, across, down] of [
      [1240, true, false],
      [430, false, true],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.locator(".way .across").isVisible()).toBe(across);
      expect(await page.locator(".way .down").isVisible()).toBe(down);
      const drawing = await page.locator(".way svg:visible").boundingBox();
      expect((drawing?.x ?? 0) + (drawing?.width ?? Infinity)).toBeLessThanOrEqual(width);
      // Nothing that is written in a box leaves it.
      const spilled =
        await page.evaluate(`[...document.querySelectorAll(".way .stop")].filter((stop) => {
        const box = stop.querySelector("rect").getBoundingClientRect();
        return box.width > 0 && [...stop.querySelectorAll(".kind,.name")].some((text) => text.getBoundingClientRect().right > box.right);
      }).length`);
      expect(spilled).toBe(0);
    }
    expect(complaints).toEqual([]);
  });

  test("filters the inventory by the same words", async () => {
    const page = await open(render(infraRun()));
    expect(await page.locator("#inventory tbody tr:visible").count()).toBe(2);
    await page.fill("#text", "fraud sagemaker_model");
    await expect.poll(() => page.locator("#inventory tbody tr:visible").count()).toBe(1);
    const quiet = await open(render({ ...infraRun(), findings: [], checks: [] }));
    await quiet.fill("#text", "notebook");
    await expect.poll(() => quiet.locator("#inventory tbody tr:visible").count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test("opens everything on paper and closes it afterwards", async () => {
    const page = await open(render(sampleRun()));
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator("details:not([open])").count()).toBe(0);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.locator(".finding[open]").count()).toBe(0);
  });

  test("shows an attack with its pictures, and nothing spills over on a phone", async () => {
    const page = await open(render(attackRun()));
    const loaded = `[...document.images].filter((image) => image.complete && image.naturalWidth > 0).length`;
    await expect.poll(() => page.evaluate(loaded)).toBe(9);
    expect(await page.locator(".trust li.warning b").allTextContents()).toEqual([
      "Gradients are there",
    ]);
    for (const width of [1240, 430]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    }
    expect(complaints).toEqual([]);
  });

  test("a picture of somebody else's is neither shown nor fetched", async () => {
    const run = attackRun();
    const evil = "https://evil.example/x.png";
    const text = JSON.stringify(run).replaceAll(/data:image\/png;base64,[A-Za-z0-9+/=]+/g, evil);
    const page = await open(render(JSON.parse(text) as typeof run));
    expect(await page.locator("img").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("5,000 findings stay usable", async () => {
    const page = await open(render(largeRun(5_000)));
    const regroup = `(() => {
      const select = document.getElementById("group");
      select.value = "check";
      const before = performance.now();
      select.dispatchEvent(new Event("change"));
      document.body.offsetHeight;
      return performance.now() - before;
    })()`;
    expect(await page.evaluate(regroup)).toBeLessThan(4_000);
    expect(complaints).toEqual([]);
  });
});
