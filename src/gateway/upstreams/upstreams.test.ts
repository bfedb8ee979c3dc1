import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { gatewayFor, upstreamAt, type TestGateway } from "../testing/running.ts";
import { json, startUpstream, type TestUpstream } from "../testing/upstream.ts";
import { surfaces } from "../surfaces/index.ts";
import { kindOf } from "./addresses.ts";
import { createBreaker } from "./breaker.ts";
import { upstreamPath } from "./paths.ts";
import { defaultRetries, defaultTimeouts, type UpstreamSettings } from "./settings.ts";

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

type Answer = Parameters<typeof startUpstream>[0];

async function upstream(answer: Answer): Promise<TestUpstream> {
  const started = await startUpstream(answer);
  open.push(started);
  return started;
}

async function gatewayBefore(...upstreams: UpstreamSettings[]): Promise<TestGateway> {
  const gateway = await gatewayFor(upstreams);
  open.unshift(gateway);
  return gateway;
}

function ask(
  gateway: TestGateway,
  model = "m",
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${gateway.url}/v1/chat/completions`, {
    method: "POST",
    headers,
    body: JSON.stringify({ model, messages: [{ role: "user", content: "hi" }] }),
  });
}

const says =
  (content: string): Answer =>
  (_asked, response) =>
    json(response, { choices: [{ message: { content } }] });

/** A port where nobody listens. */
async function closedPort(): Promise<URL> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return new URL(`http://127.0.0.1:${port}`);
}

describe("which upstream", () => {
  it("goes by model, and calls it what the upstream calls it", async () => {
    const [one, two] = [await upstream(says("one")), await upstream(says("two"))];
    const gateway = await gatewayBefore(
      upstreamAt(one.url, { name: "one", models: ["gpt-*"], rename: { "gpt-x": "real" } }),
      upstreamAt(two.url, { name: "two", models: ["*llama*", "m"] }),
    );
    expect(await (await ask(gateway, "gpt-x")).text()).toContain("one");
    expect(JSON.parse(one.asked[0]!.body)).toMatchObject({ model: "real" });
    expect(await (await ask(gateway, "meta-llama-3")).text()).toContain("two");
    expect((await ask(gateway, "claude")).status).toBe(404);
  });

  it("shares by weight", async () => {
    const [one, two] = [await upstream(says("one")), await upstream(says("two"))];
    const gateway = await gatewayBefore(
      upstreamAt(one.url, { name: "one", weight: 9 }),
      upstreamAt(two.url, { name: "two", weight: 1 }),
    );
    for (let turn = 0; turn < 60; turn++) await (await ask(gateway)).text();
    expect(one.asked.length).toBeGreaterThan(two.asked.length);
    expect(one.asked.length + two.asked.length).toBe(60);
  });
});

describe("what an upstream keeps", () => {
  it("is asked for where it was made", async () => {
    const answer =
      (id: string): Answer =>
      (_asked, response) =>
        json(response, { id, object: "response", status: "completed", output: [] });
    const [one, two] = [await upstream(answer("resp_1")), await upstream(answer("resp_2"))];
    const gateway = await gatewayFor(
      [upstreamAt(one.url, { name: "one" }), upstreamAt(two.url, { name: "two" })],
      { surfaces },
    );
    open.unshift(gateway);
    const make = await fetch(`${gateway.url}/v1/responses`, {
      method: "POST",
      body: JSON.stringify({ model: "m", input: "hi" }),
    });
    const { id } = (await make.json()) as { id: string };
    for (let turn = 0; turn < 8; turn++) {
      const again = await fetch(`${gateway.url}/v1/responses/${id}`);
      expect(await again.json()).toMatchObject({ id });
    }
    const maker = id === "resp_1" ? one : two;
    expect(maker.asked.map(({ path }) => path)).toContain(`/v1/responses/${id}`);
    expect(maker.asked).toHaveLength(9);
  });
});

describe("an upstream that fails", () => {
  it("is fallen back from where it was never reached", async () => {
    const second = await upstream(says("second"));
    const gateway = await gatewayBefore(
      upstreamAt(await closedPort(), { name: "first" }),
      upstreamAt(second.url, { name: "second", priority: 1 }),
    );
    expect(await (await ask(gateway)).text()).toContain("second");
    expect(gateway.records.at(-1)?.upstream).toBe("second");
  });

  it("is not asked again once it has the request", async () => {
    const first = await upstream((_asked, response) => response.destroy());
    const second = await upstream(says("second"));
    const gateway = await gatewayBefore(
      upstreamAt(first.url, { name: "first" }),
      upstreamAt(second.url, { name: "second", priority: 1 }),
    );
    const response = await ask(gateway);
    expect(response.status).toBe(502);
    expect(await response.text()).toContain("upstream_failed");
    expect(first.asked).toHaveLength(1);
    expect(second.asked).toHaveLength(0);
  });

  it("is waited for where it says how long, and only then", async () => {
    let turn = 0;
    const busy = await upstream((asked, response) => {
      if (turn++ > 0) return says("well")(asked, response);
      response.setHeader("retry-after", "0");
      return json(response, { error: "busy" }, 429);
    });
    const gateway = await gatewayBefore(upstreamAt(busy.url));
    expect((await ask(gateway)).status).toBe(200);
    expect(busy.asked).toHaveLength(2);

    const long = await upstream((_asked, response) => {
      response.setHeader("retry-after", "3600");
      json(response, { error: { message: "busy" } }, 429);
    });
    const other = await gatewayBefore(upstreamAt(long.url));
    const response = await ask(other);
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("3600");
    expect(long.asked).toHaveLength(1);

    const broken = await upstream((_asked, response) => json(response, { error: "no" }, 500));
    const third = await gatewayBefore(upstreamAt(broken.url));
    expect((await ask(third)).status).toBe(500);
    expect(broken.asked).toHaveLength(1);
  });

  it("is given up in time", async () => {
    const silent = await upstream(() => undefined);
    const timeouts = { ...defaultTimeouts, total: 150 };
    const gateway = await gatewayBefore(upstreamAt(silent.url, { timeouts }));
    const response = await ask(gateway);
    expect(response.status).toBe(504);
    await expect.poll(() => silent.cancelled()).toBe(1);
  });

  it.each([
    ["no JSON", "<html>"],
    ["half of it", '{"choices":['],
    ["nothing", ""],
  ])("is not passed on with %s", async (_name, sent) => {
    const gateway = await gatewayBefore(
      upstreamAt((await upstream((_asked, response) => response.end(sent))).url),
    );
    const response = await ask(gateway);
    expect(response.status).toBe(502);
    expect(await response.text()).not.toContain("<html>");
  });

  it("never leads elsewhere", async () => {
    const elsewhere = await upstream(says("elsewhere"));
    const first = await upstream((_asked, response) => {
      response.writeHead(307, { location: elsewhere.url.href });
      response.end();
    });
    const gateway = await gatewayBefore(upstreamAt(first.url));
    expect((await ask(gateway)).status).toBe(502);
    expect(elsewhere.asked).toHaveLength(0);
  });

  it("keeps its opinion of the gateway's key to itself", async () => {
    const first = await upstream((_asked, response) =>
      json(response, { error: { message: "Incorrect API key provided: sk-abc…" } }, 401),
    );
    const credential = { kind: "secret", value: "sk-abcdef" } as const;
    const gateway = await gatewayBefore(upstreamAt(first.url, { credential }));
    const response = await ask(gateway, "m", { authorization: "Bearer client", cookie: "a=b" });
    expect(response.status).toBe(502);
    expect(await response.text()).not.toContain("sk-");
    expect(first.asked[0]?.headers["authorization"]).toBe("Bearer sk-abcdef");
    expect(first.asked[0]?.headers["cookie"]).toBeUndefined();
  });

  it("passes a client's key on only where that is configured", async () => {
    const first = await upstream(says("x"));
    const headers = { authorization: "Bearer client", "openai-organization": "o" };
    await ask(await gatewayBefore(upstreamAt(first.url)), "m", headers);
    expect(first.asked[0]?.headers["authorization"]).toBeUndefined();
    expect(first.asked[0]?.headers["openai-organization"]).toBeUndefined();
    const gateway = await gatewayBefore(upstreamAt(first.url, { credential: { kind: "client" } }));
    await ask(gateway, "m", headers);
    expect(first.asked[1]?.headers["authorization"]).toBe("Bearer client");
    expect(first.asked[1]?.headers["openai-organization"]).toBe("o");
  });
});

describe("the breaker", () => {
  it("opens after five failures, and lets one try after a pause", () => {
    let now = 0;
    const breaker = createBreaker(() => now);
    for (let turn = 0; turn < 5; turn++) {
      expect(breaker.isClosed()).toBe(true);
      breaker.failed();
    }
    expect(breaker.isClosed()).toBe(false);
    now = 10_001;
    expect(breaker.isClosed()).toBe(true);
    expect(breaker.isClosed()).toBe(false);
    breaker.succeeded();
    expect(breaker.isClosed()).toBe(true);
  });
});

describe("addresses", () => {
  it.each([
    ["8.8.8.8", "public"],
    ["2606:4700::1111", "public"],
    ["10.1.2.3", "private"],
    ["127.0.0.1", "private"],
    ["::1", "private"],
    ["::", "private"],
    ["0.0.0.0", "private"],
    ["::ffff:127.0.0.1", "private"],
    ["::ffff:7f00:1", "private"],
    ["64:ff9b::a9fe:a9fe", "metadata"],
    ["fe80::1", "private"],
    ["fd00:ec2::254", "metadata"],
    ["169.254.169.254", "metadata"],
    ["::ffff:169.254.169.254", "metadata"],
    ["0:0:0:0:0:ffff:a9fe:a9fe", "metadata"],
    ["100.100.100.200", "metadata"],
    ["not an address", "private"],
  ])("%s is %s", (address, kind) => {
    expect(kindOf(address)).toBe(kind);
  });

  it("are looked at when the connection is made", async () => {
    const first = await upstream(says("x"));
    const url = new URL(first.url.href.replace("127.0.0.1", "localhost"));
    const gateway = await gatewayBefore(
      upstreamAt(url, { isPrivate: false, retries: { ...defaultRetries, most: 0 } }),
    );
    expect((await ask(gateway)).status).toBe(502);
    expect(first.asked).toHaveLength(0);
  });
});

describe("paths", () => {
  it.each([
    ["openai", "", "/v1/chat/completions", "/v1/chat/completions"],
    ["openai", "/v1", "/v1/chat/completions", "/v1/chat/completions"],
    ["openai", "/v1", "/chat/completions", "/v1/chat/completions"],
    ["openai", "/openai/v1", "/v1/chat/completions", "/openai/v1/chat/completions"],
    ["openai", "/v1beta/openai", "/v1/models", "/v1beta/openai/models"],
    ["openai", "", "/openai/v1/responses", "/v1/responses"],
    [
      "openai",
      "/openai",
      "/openai/deployments/d/chat/completions",
      "/openai/deployments/d/chat/completions",
    ],
    ["anthropic", "", "/v1/messages", "/v1/messages"],
    ["anthropic", "/v1", "/anthropic/v1/messages", "/v1/messages"],
    ["gemini", "/v1beta", "/v1beta/models/m:generateContent", "/v1beta/models/m:generateContent"],
    ["ollama", "", "/api/chat", "/api/chat"],
    ["ollama", "/v1", "/api/chat", "/api/chat"],
  ] as const)("%s at %j: %s is %s", (provider, folder, path, expected) => {
    expect(upstreamPath({ provider, folder, path })).toBe(expected);
  });
});
