import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { startUpstream } from "../gateway/testing/upstream.ts";
import { makeTree } from "../testing/tree.ts";
import { gatewayCommand } from "./commands/gateway.ts";
import { parseOptions } from "./options.ts";
import { gatewaySpecs } from "./specs-gateway.ts";
import type { Stage } from "./stage.ts";

async function gateway(...argv: readonly string[]): Promise<{ status: number; said: string }> {
  let said = "";
  const stage = {
    color: false,
    print: async (text: string) => {
      said += text;
    },
    note: () => undefined,
  } as unknown as Stage;
  const status = await gatewayCommand(parseOptions(gatewaySpecs.gateway, argv), stage);
  return { status, said };
}

function file(text: string): string {
  const path = join(makeTree({}), "gateway.yaml");
  writeFileSync(path, text);
  return path;
}

const upstreams = "upstreams: [{name: a, url: https://api.openai.com/v1, key: sk-secret}]\n";

test("check says what is protected, and shows no key", async () => {
  const { status, said } = await gateway("check", "-c", file(upstreams));
  expect(status).toBe(0);
  expect(said).toMatch(/openai-chat +a +judged +judged +judged +guards/);
  expect(said).toContain("Refused, as no upstream speaks them: anthropic-messages");
  expect(said).not.toContain("sk-secret");
});

test.each([
  ["guards: {enabled: false}", "Nothing that goes in or comes out is read"],
  ["guards: {on-failure: open}", "guards that fail"],
  ["guards: {let-unreadable-through: true}", "pass unread"],
])("check fails with %s", async (more, expected) => {
  const { status, said } = await gateway("check", "-c", file(`${upstreams}${more}\n`));
  expect(status).toBe(1);
  expect(said).toContain(expected);
});

test("check fails for a door that is open to all", async () => {
  const { status, said } = await gateway("check", "-c", file(upstreams), "--host", "0.0.0.0");
  expect([status, said]).toEqual([1, expect.stringContaining("OPEN  keys")]);
  expect((await gateway("check", "-c", file(upstreams), "--strict")).status).toBe(1);
});

test("a server of models can be named instead of a file", async () => {
  const { status, said } = await gateway("check", "-u", "http://127.0.0.1:8000/v1");
  expect([status, said]).toEqual([0, expect.stringContaining("anthropic-messages  ")]);
  for (const url of ["http://models.example/v1", "http://169.254.169.254", "nonsense"])
    await expect(gateway("check", "-u", url)).rejects.toMatchObject({ code: "usage" });
  const both = gateway("check", "-u", "http://127.0.0.1:1", "-c", file(upstreams));
  await expect(both).rejects.toMatchObject({ code: "usage" });
});

test("check writes JSON", async () => {
  const { said } = await gateway("check", "-c", file(upstreams), "--json");
  expect(JSON.parse(said)).toMatchObject({
    rows: expect.any(Array) as unknown,
    points: expect.any(Array) as unknown,
  });
});

test("what is wrong is said, with its place", async () => {
  await expect(gateway("check", "-c", file("upstreams: [{name: a}]"))).rejects.toMatchObject({
    code: "config-invalid",
  });
  await expect(gateway("check", "-c", "/nowhere.yaml")).rejects.toMatchObject({
    code: "config-missing",
  });
  await expect(gateway("chekc")).rejects.toMatchObject({ code: "usage" });
  await expect(gateway("check", "-c", file(upstreams), "-p", "x")).rejects.toMatchObject({
    code: "usage",
  });
});

test(
  "it serves until it is told to end, and reads its file again",
  { timeout: 30_000 },
  async () => {
    const upstream = await startUpstream((asked, response) =>
      response.end(asked.headers["x-told"]),
    );
    const text = (told: string): string =>
      `listen: {port: 0}\nguards: {enabled: false}\nupstreams: [{name: a, url: "${upstream.url.href}", headers: {x-told: '{"choices":[],"told":"${told}"}'}}]\n`;
    const path = file(text("one"));
    const main = join(import.meta.dirname, "main.ts");
    const child = spawn(process.execPath, [main, "gateway", "-c", path], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    try {
      const lines: string[] = [];
      createInterface({ input: child.stderr }).on("line", (line) => lines.push(line));
      const port = (): string | undefined =>
        /127\.0\.0\.1:(\d+), in front of a/.exec(lines.join("\n"))?.[1];
      await expect.poll(port, { timeout: 20_000 }).toBeDefined();
      const ask = async (): Promise<string> => {
        const body = JSON.stringify({ model: "m", messages: [] });
        const url = `http://127.0.0.1:${port()}/v1/chat/completions`;
        return (await fetch(url, { method: "POST", body })).text();
      };
      expect(await ask()).toContain("one");
      writeFileSync(path, text("two"));
      await expect.poll(ask, { timeout: 5000 }).toContain("two");
      writeFileSync(path, "nonsense");
      await expect
        .poll(() => lines.join("\n"), { timeout: 5000 })
        .toContain("the one before stays");
      expect(await ask()).toContain("two");
      child.kill("SIGTERM");
      const status = await new Promise((resolve) => child.once("exit", resolve));
      expect(status).toBe(0);
      for (const line of lines) JSON.parse(line);
    } finally {
      child.kill("SIGKILL");
      await upstream.close();
    }
    expect(readFileSync(path, "utf8")).toBe("nonsense");
  },
);
