import { connect } from "node:net";
import { gzipSync, brotliCompressSync } from "node:zlib";
import { defaultListen, listen } from "./listen.ts";
import { afterEach, describe, expect, it } from "vitest";
import { defaultExchangeLimits } from "../pipeline/running.ts";
import { gatewayFor, upstreamAt, type TestGateway } from "../testing/running.ts";
import { json, startUpstream, type TestUpstream } from "../testing/upstream.ts";
import type { Running } from "../pipeline/running.ts";

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function both(
  other: Partial<Running> = {},
): Promise<{ gateway: TestGateway; upstream: TestUpstream }> {
  const upstream = await startUpstream((_asked, response) =>
    json(response, { choices: [{ message: { content: "well" } }] }),
  );
  const gateway = await gatewayFor([upstreamAt(upstream.url)], other);
  open.push(gateway, upstream);
  return { gateway, upstream };
}

/** Everything that comes back for bytes as they are, until the connection ends or falls silent. */
function raw(gateway: TestGateway, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(gateway.gateway.listener.port, "127.0.0.1");
    let said = "";
    socket.setTimeout(400, () => socket.destroy());
    socket.on("data", (chunk) => (said += String(chunk)));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(said));
    socket.write(text);
  });
}

const body = JSON.stringify({ model: "m", messages: [{ role: "user", content: "hi" }] });
const first =
  "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
const length = `Content-Length: ${body.length}\r\n`;
const hidden = `POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n${length}\r\n${body}`;

describe("requests that two servers would cut differently", () => {
  it.each([
    ["both framings", `${first}${length}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`],
    ["two lengths", `${first}${length}Content-Length: 5\r\n\r\n${body}`],
    ["the same length twice", `${first}${length}${length}\r\n${body}`],
    ["a length with a sign", `${first}Content-Length: +${body.length}\r\n\r\n${body}`],
    ["a folded line", `${first}X-A: b\r\n c: d\r\n${length}\r\n${body}`],
    ["a blank before the colon", `${first}Content-Length : 5\r\n\r\n${body}`],
    [
      "a chunk size that is none",
      `${first}Transfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n`,
    ],
    [
      "a coding that is not understood",
      `${first}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
    ],
    ["a coding in disguise", `${first}Transfer-Encoding: xchunked\r\n${length}\r\n${body}`],
    ["bare line feeds", `${first}${length}\r\n`.replaceAll("\r\n", "\n") + body],
    ["a null in a header", `${first}X-A: a\0b\r\n${length}\r\n${body}`],
    ["no host", `POST /v1/chat/completions HTTP/1.1\r\n${length}\r\n${body}`],
    ["two hosts", `${first}Host: other\r\n${length}\r\n${body}`],
    [
      "two keys",
      `${first}Authorization: Bearer a\r\nAuthorization: Bearer b\r\n${length}\r\n${body}`,
    ],
    ["two keys of another kind", `${first}X-Api-Key: a\r\nx-api-key: b\r\n${length}\r\n${body}`],
    ["the absolute form", `${first.replace("/v1", "http://evil.example/v1")}${length}\r\n${body}`],
    ["a path that climbs", `${first.replace("/v1/", "/v1/../v1/")}${length}\r\n${body}`],
    ["an encoded path", `${first.replace("/v1/", "/v1%2f")}${length}\r\n${body}`],
  ])("refuses %s", async (_name, text) => {
    const { gateway, upstream } = await both();
    const said = await raw(gateway, text);
    expect(said).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(said.match(/HTTP\/1\.1 200/)).toBeNull();
    expect(upstream.asked).toHaveLength(0);
  });

  it("takes two requests on one connection", async () => {
    const { gateway, upstream } = await both();
    const said = await raw(gateway, hidden + hidden);
    expect(said.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
    expect(upstream.asked).toHaveLength(2);
  });
});

describe("sizes and times", () => {
  const ask = (gateway: TestGateway, init: RequestInit): Promise<Response> =>
    fetch(`${gateway.url}/v1/chat/completions`, { method: "POST", ...init });

  it("refuses what is too large, as it stands or unpacked", async () => {
    const limits = {
      ...defaultExchangeLimits,
      bodyBytes: 10_000,
      promptChars: 2_000,
      attachments: 0,
    };
    const { gateway, upstream } = await both({ limits });
    expect((await ask(gateway, { body: "x".repeat(20_000) })).status).toBe(413);
    const bomb = gzipSync(Buffer.alloc(5_000_000, 32));
    expect(bomb.length).toBeLessThan(10_000);
    expect(
      (await ask(gateway, { body: bomb, headers: { "content-encoding": "gzip" } })).status,
    ).toBe(413);
    const long = JSON.stringify({
      model: "m",
      messages: [{ role: "user", content: "x".repeat(3000) }],
    });
    expect((await ask(gateway, { body: long })).status).toBe(413);
    expect(
      (await ask(gateway, { body, headers: { "content-encoding": "gzip, gzip" } })).status,
    ).toBe(415);
    expect((await ask(gateway, { body, headers: { "content-encoding": "gzip" } })).status).toBe(
      400,
    );
    expect(upstream.asked).toHaveLength(0);
    for (const [coding, packed] of [
      ["gzip", gzipSync(body)],
      ["br", brotliCompressSync(body)],
    ] as const) {
      const headers = { "content-encoding": coding };
      expect((await ask(gateway, { body: packed, headers })).status).toBe(200);
    }
    expect(upstream.asked[0]?.body).toBe(body);
    expect(upstream.asked[0]?.headers["content-encoding"]).toBeUndefined();
  });

  it("refuses headers without end", async () => {
    const { gateway } = await both();
    expect(await raw(gateway, `${first}X-A: ${"a".repeat(40_000)}\r\n`)).toMatch(/^HTTP\/1\.1 431/);
  });

  it("waits neither for headers nor for a body", async () => {
    const { gateway, upstream } = await both();
    const times = { ...defaultListen, port: 0, headersMs: 300, requestMs: 600 };
    const slow = await listen(times, (request, response) => {
      request.resume();
      request.on("end", () => response.end("late"));
    });
    const late = (text: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(slow.port, "127.0.0.1");
        let said = "";
        socket.on("data", (chunk) => (said += String(chunk)));
        socket.on("error", () => undefined);
        socket.on("close", () => resolve(said));
        socket.write(text);
      });
    expect(await late(first)).toMatch(/^HTTP\/1\.1 408/);
    expect(await late(`${first}Content-Length: 100\r\n\r\n{`)).toMatch(/^HTTP\/1\.1 408/);
    await slow.drain(100);
    expect(gateway.records.length + upstream.asked.length).toBe(0);
  });

  it("lets go of a client that does not read", async () => {
    const limits = { ...defaultExchangeLimits, slowReaderMs: 200 };
    const event = `data: ${JSON.stringify({ choices: [{ delta: { content: "x".repeat(60_000) } }] })}\n\n`;
    const upstream = await startUpstream((_asked, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      const more = (): void => {
        while (response.write(event));
        response.once("drain", more);
      };
      more();
    });
    const gateway = await gatewayFor([upstreamAt(upstream.url)], { limits });
    open.push(gateway, upstream);
    const socket = connect(gateway.gateway.listener.port, "127.0.0.1");
    socket.on("error", () => undefined);
    const streamed = body.replace("{", '{"stream":true,');
    socket.write(`${first}Content-Length: ${streamed.length}\r\n\r\n${streamed}`);
    socket.pause();
    await expect.poll(() => upstream.cancelled(), { timeout: 5000 }).toBe(1);
    expect(gateway.logs.map(({ message }) => message)).toContain("a client read too slowly");
    socket.destroy();
  });
});

describe("a gateway without keys", () => {
  it("answers this machine's programs and no web page", async () => {
    const { gateway } = await both({ isOpen: true });
    const as = (more: string): Promise<string> =>
      raw(gateway, `${first.replace("Host: localhost\r\n", "")}${more}${length}\r\n${body}`);
    expect(await as("Host: localhost:8787\r\n")).toMatch(/^HTTP\/1\.1 200/);
    expect(await as("Host: 127.0.0.1\r\nOrigin: http://localhost:3000\r\n")).toMatch(
      /^HTTP\/1\.1 200/,
    );
    expect(await as("Host: evil.example\r\n")).toMatch(/^HTTP\/1\.1 403/);
    expect(await as("Host: localhost\r\nOrigin: https://evil.example\r\n")).toMatch(
      /^HTTP\/1\.1 403/,
    );
    expect(await as("Host: localhost.evil.example\r\n")).toMatch(/^HTTP\/1\.1 403/);
    expect(await as("Host: localhost\r\nOrigin: null\r\n")).toMatch(/^HTTP\/1\.1 403/);
  });
});
