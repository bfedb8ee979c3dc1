import { afterEach, describe, expect, it } from "vitest";
import { gatewayFor, upstreamAt, type TestGateway } from "../testing/running.ts";
import { json, startUpstream, type Asked, type TestUpstream } from "../testing/upstream.ts";
import { wordGuard } from "../testing/word-guard.ts";
import type { ServerResponse } from "node:http";
import type { Running } from "./running.ts";

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function both(
  answer: (asked: Asked, response: ServerResponse) => void,
  other: Partial<Running> = {},
): Promise<{ gateway: TestGateway; upstream: TestUpstream }> {
  const upstream = await startUpstream(answer);
  const gateway = await gatewayFor([upstreamAt(upstream.url)], other);
  open.push(gateway, upstream);
  return { gateway, upstream };
}

function ask(gateway: TestGateway, body: unknown, init: RequestInit = {}): Promise<Response> {
  return fetch(`${gateway.url}/v1/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: "a=b", "x-internal": "1" },
    body: typeof body === "string" ? body : JSON.stringify(body),
    ...init,
  });
}

const question = (content: string, more: object = {}) => ({
  model: "m",
  messages: [{ role: "user", content }],
  ...more,
});

const completion = (content: string) => ({
  id: "c",
  choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
  usage: { prompt_tokens: 3, completion_tokens: 4 },
});

const delta = (text: string): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: text } }] })}\n\n`;
const finish = `data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] })}\n\ndata: [DONE]\n\n`;

/** Sends bytes in pieces of that size, so that each arrives alone. */
async function trickle(response: ServerResponse, text: string, size: number): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) {
    response.write(bytes.subarray(at, at + size));
    await new Promise(setImmediate);
  }
  response.end();
}

/** The text that a client puts together from a stream. */
function textOf(stream: string): string {
  return stream
    .split("\n\n")
    .filter((event) => event.startsWith("data: {"))
    .map((event) => JSON.parse(event.slice(6)) as { choices?: { delta: { content?: string } }[] })
    .map(({ choices }) => choices?.[0]?.delta.content ?? "")
    .join("");
}

describe("an answer in one piece", () => {
  it("passes request and answer on byte for byte where nothing is changed", async () => {
    const { gateway, upstream } = await both(
      (_asked, response) => json(response, completion("hello")),
      {
        guard: wordGuard(),
      },
    );
    const sent = `{"model": "m", "messages": [{"role": "user", "content": "h\\u0069"}], "seed": 12345678901234567890}`;
    const response = await ask(gateway, sent);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(completion("hello"));
    expect(upstream.asked[0]?.body).toBe(sent);
    expect(upstream.asked[0]?.headers["cookie"]).toBeUndefined();
    expect(upstream.asked[0]?.headers["x-internal"]).toBeUndefined();
    expect(gateway.records.map(({ event }) => event)).toEqual(["request", "answer"]);
    expect(gateway.records[1]?.usage).toEqual({ inputTokens: 3, outputTokens: 4 });
  });

  it("redacts both ways", async () => {
    const { gateway, upstream } = await both(
      (_asked, response) => json(response, completion("a SECRET b")),
      { guard: wordGuard() },
    );
    const response = await ask(gateway, question("my SECRET"));
    expect(JSON.stringify(await response.json())).toContain("a [x] b");
    expect(upstream.asked[0]?.body).toContain("my [x]");
    expect(gateway.records.at(-1)?.verdict).toBe("redact");
  });

  it("blocks what goes in before the upstream hears of it", async () => {
    const { gateway, upstream } = await both(
      (_asked, response) => json(response, completion("x")),
      {
        guard: wordGuard(),
      },
    );
    const response = await ask(gateway, question("FORBIDDEN"));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("guard_blocked");
    expect(upstream.asked).toHaveLength(0);
    expect(gateway.records.map(({ event }) => event)).toEqual(["refused"]);
  });

  it("blocks what comes out", async () => {
    const { gateway } = await both((_asked, response) => json(response, completion("FORBIDDEN")), {
      guard: wordGuard(),
    });
    const response = await ask(gateway, question("x"));
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain("FORBIDDEN");
  });

  it("refuses a body that two readers read differently", async () => {
    const { gateway, upstream } = await both(
      (_asked, response) => json(response, completion("x")),
      {
        guard: wordGuard(),
      },
    );
    const twice = `{"model":"m","messages":[{"role":"user","content":"FORBIDDEN"}],"messages":[{"role":"user","content":"hi"}]}`;
    expect((await ask(gateway, twice)).status).toBe(200);
    // What was judged is what is sent.
    expect(upstream.asked[0]?.body).not.toContain("FORBIDDEN");
    expect((await ask(gateway, { ...question("hi"), Messages: [] })).status).toBe(400);
    const hidden = {
      model: "m",
      messages: [{ role: "user", content: "hi", Content: "FORBIDDEN" }],
    };
    expect((await ask(gateway, hidden)).status).toBe(400);
    expect((await ask(gateway, `{"model":"m","messages":[],"__proto__":{"a":1}}`)).status).toBe(
      400,
    );
    expect((await ask(gateway, "[".repeat(100_000) + "]".repeat(100_000))).status).toBe(400);
  });

  it("lets nothing out that has no record", async () => {
    const { gateway } = await both((_asked, response) => json(response, completion("x")), {
      audit: { append: () => Promise.reject(new Error("disk full")), close: async () => undefined },
    });
    const response = await ask(gateway, question("x"));
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("audit_failed");
  });

  it("takes a guard that throws for an error", async () => {
    const guard = {
      ...wordGuard(),
      output: () => {
        throw new Error("broken");
      },
    };
    const { gateway } = await both((_asked, response) => json(response, completion("x")), {
      guard,
    });
    const response = await ask(gateway, question("x"));
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("guard_failed");
    expect(gateway.records.at(-1)?.verdict).toBe("allow");
  });
});

describe("a streamed answer", () => {
  const long = "The quick brown fox — jumps over 🦊 the lazy dog. ";

  it("comes out as it came in, whatever the chunks", async () => {
    const stream = delta(long) + ": ping\n\n" + delta("and more") + finish;
    for (const size of [1, 3, 7, 1000]) {
      const { gateway } = await both((_asked, response) => void trickle(response, stream, size), {
        guard: wordGuard(),
      });
      const response = await ask(gateway, question("x", { stream: true }));
      const text = await response.text();
      expect(textOf(text)).toBe(`${long}and more`);
      expect(text.endsWith("data: [DONE]\n\n")).toBe(true);
      expect(gateway.records.map(({ event }) => event)).toEqual(["request", "answer"]);
    }
  });

  it("keeps the upstream's connection for the next one", async () => {
    const { gateway, upstream } = await both((asked, response) => {
      // With the last event by itself, with more behind it, and in one piece.
      const [size, more] = asked.body.includes("one") ? [9000, ""] : [200, ": more\n\n".repeat(50)];
      void trickle(response, delta("well") + finish + more, size);
    });
    for (const kind of ["one", "many", "one", "many", "one"]) {
      const response = await ask(gateway, question(kind, { stream: true }));
      expect(textOf(await response.text())).toBe("well");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(upstream.connections()).toBe(1);
  });

  it("lets no byte of what is forbidden out, wherever it is cut", async () => {
    const said = `ok ${"x".repeat(20)} FORBIDDEN tail`;
    for (let cut = 20; cut < 36; cut++) {
      const stream = delta(said.slice(0, cut)) + delta(said.slice(cut)) + finish;
      const { gateway, upstream } = await both(
        (_asked, response) => void trickle(response, stream, 5000),
        { guard: wordGuard() },
      );
      const response = await ask(gateway, question("x", { stream: true }));
      const text = await response.text();
      expect(textOf(text)).not.toMatch(/F/);
      expect(text).toContain("guard_blocked");
      expect(gateway.records.at(-1)?.verdict).toBe("block");
      void upstream;
    }
  });

  it("redacts across events", async () => {
    const said = "one SECRET two SECRET three, which is long enough";
    for (let cut = 1; cut < said.length - 1; cut++) {
      const stream =
        delta(said.slice(0, cut)) +
        delta(said.slice(cut, cut + 1)) +
        delta(said.slice(cut + 1)) +
        finish;
      const { gateway } = await both((_asked, response) => void trickle(response, stream, 4000), {
        guard: wordGuard(),
      });
      const response = await ask(gateway, question("x", { stream: true }));
      expect(textOf(await response.text())).toBe("one [x] two [x] three, which is long enough");
    }
  });

  it("ends in the protocol's words where the upstream dies", async () => {
    const { gateway } = await both(
      (_asked, response) => {
        response.writeHead(200, { "content-type": "text/event-stream" });
        response.write(delta("enough text to be let out, and then FORBID"));
        setTimeout(() => response.destroy(), 20);
      },
      { guard: wordGuard() },
    );
    const response = await ask(gateway, question("x", { stream: true }));
    const text = await response.text();
    expect(text).toContain("upstream_failed");
    expect(text).not.toContain("FORBID");
  });

  it("holds the arguments of a call until they are judged", async () => {
    const call = (name: string | undefined, args: string): string =>
      `data: ${JSON.stringify({ choices: [{ index: 0, delta: { tool_calls: [{ index: 0, function: { name, arguments: args } }] } }] })}\n\n`;
    const stream =
      call("send", "") + call(undefined, '{"to":') + call(undefined, '"evil"}') + finish;
    for (const verdict of ["allow", "block"] as const) {
      const heard: string[] = [];
      const { gateway } = await both((_asked, response) => void trickle(response, stream, 4000), {
        tools: {
          judgeTools: () => ({ refused: [] }),
          judgeCall: async ({ tool, argumentsText }) => {
            heard.push(tool + argumentsText);
            return { verdict, message: "no", rule: "r" };
          },
        },
      });
      const response = await ask(gateway, question("x", { stream: true }));
      const text = await response.text();
      expect(heard).toEqual(['send{"to":"evil"}']);
      expect(text.includes("evil")).toBe(verdict === "allow");
      expect(text.includes('"send"')).toBe(verdict === "allow");
      expect(text.includes("tool_call_refused")).toBe(verdict === "block");
      // Nothing had left, so that the refusal could have its own status.
      expect(response.status).toBe(verdict === "allow" ? 200 : 403);
    }
  });

  it("cancels the upstream when the client leaves, and settles", async () => {
    const settled: number[] = [];
    const lease = {
      settle: async ({ outputTokens }: { outputTokens: number }) => void settled.push(outputTokens),
      keep: async () => void settled.push(-2),
      release: async () => void settled.push(-1),
    };
    const admission = { kind: "admitted", headers: {}, delayMs: 0, lease } as const;
    const { gateway, upstream } = await both(
      (_asked, response) => {
        response.writeHead(200, { "content-type": "text/event-stream" });
        const clock = setInterval(() => response.write(delta("more and more and more ")), 5);
        response.on("close", () => clearInterval(clock));
      },
      {
        limiter: { arrive: async () => admission, reserve: async () => admission },
        guard: wordGuard(),
      },
    );
    const control = new AbortController();
    const response = await ask(gateway, question("x", { stream: true }), {
      signal: control.signal,
    });
    const reader = response.body!.getReader();
    await reader.read();
    control.abort();
    await expect.poll(() => upstream.cancelled()).toBe(1);
    await expect.poll(() => settled.length).toBeGreaterThan(0);
    // Nobody says what it cost: all that was reserved counts.
    expect(settled[0]).toBe(-2);
    expect(gateway.records.at(-1)?.status).toBe(499);
  });
});
