import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { verifyChain } from "./audit-log/verify.ts";
import { loadGatewayConfig } from "./config/read.ts";
import { mintKey } from "./identity/keys.ts";
import type { LogEntry } from "./pipeline/running.ts";
import { serve, type Service } from "./serve.ts";
import { startUpstream, type TestUpstream } from "./testing/upstream.ts";

const folder = mkdtempSync(join(tmpdir(), "pavise-gateway-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const answer = (content: string) =>
  JSON.stringify({
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: "m",
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
    usage: { prompt_tokens: 10, completion_tokens: 10, total_tokens: 20 },
  });

async function upstream(content = "hello"): Promise<TestUpstream> {
  const made = await startUpstream((_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(answer(content));
  });
  closing.push(made.close);
  return made;
}

let files = 0;
async function started(lines: string, url: URL, listen = "{port: 0}") {
  const file = join(folder, `gateway-${++files}.yaml`);
  const text = `listen: ${listen}\nupstreams:\n  - {name: test, url: "${url.origin}/v1"}\n${lines}`;
  writeFileSync(file, text);
  const logs: LogEntry[] = [];
  const read = () => loadGatewayConfig(file, process.env);
  const service = await serve({ config: read(), again: read, log: (entry) => logs.push(entry) });
  closing.push(service.stop);
  return { service, file, text, logs };
}

function ask({ gateway }: Service, key?: string, more: object = {}) {
  return fetch(`http://127.0.0.1:${gateway.listener.port}/v1/chat/completions`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({
      model: "m",
      max_tokens: 10,
      messages: [{ role: "user", content: "Hi" }],
      ...more,
    }),
  });
}

const entry = (minted: ReturnType<typeof mintKey>, more = "") =>
  `  - {id: ${minted.id}, hash: "${minted.hash}", tenant: acme${more}}\n`;

test("keys, scopes, models, rates, budgets, cache and the audit log of one file hold together", async () => {
  const [one, two] = [mintKey(), mintKey()];
  const { url, asked } = await upstream();
  const { service, file } = await started(
    `keys:\n${entry(one)}${entry(two, ", models: [other]")}` +
      `rates:\n  - {name: day, per: key, requests: 6/day, burst: 5}\n  - {name: money, per: tenant, money: 1/day}\n` +
      `prices: {"*": {input: 1, output: 1}}\n` +
      `audit: {file: audit-${files + 1}.jsonl}\ncache: {}\n`,
    url,
  );
  expect((await ask(service)).status).toBe(401);
  expect((await ask(service, two.key)).status).toBe(403);
  const first = await ask(service, one.key);
  expect(first.status).toBe(200);
  expect(first.headers.get("ratelimit")).toContain('"money";r=');
  expect(first.headers.get("ratelimit")).toContain('"day";r=5');
  const again = await ask(service, one.key);
  expect(again.headers.get("x-pavise-cache")).toBe("hit");
  expect(await again.text()).toBe(await first.text());
  expect(asked).toHaveLength(1);
  const statuses: number[] = [];
  for (let index = 0; index < 6; index++)
    statuses.push((await ask(service, one.key, { temperature: index })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
  // Never the gateway's key, and never the client's.
  expect(asked.every(({ headers }) => headers["authorization"] === undefined)).toBe(true);
  const log = join(folder, `audit-${files}.jsonl`);
  await service.stop();
  closing.pop();
  const { problemCount, records } = await verifyChain([log]);
  expect([problemCount, records > 10]).toEqual([0, true]);
  const text = readFileSync(log, "utf8");
  expect(text).not.toContain(one.key);
  expect(text).not.toContain("hello");
  expect(readFileSync(file, "utf8")).not.toContain(one.key);
});

test("a budget holds under a burst, and a new configuration keeps what was counted", async () => {
  const { url } = await upstream();
  const { service, file, text } = await started(`rates:\n  - {per: key, tokens: 200/day}\n`, url);
  const burst = await Promise.all(Array.from({ length: 50 }, () => ask(service)));
  const passed = burst.filter(({ status }) => status === 200).length;
  // Each counts 20 in the end, and more while it runs.
  expect(passed).toBeLessThanOrEqual(10);
  expect(passed).toBeGreaterThan(3);
  for (let index = 0; index < 20; index++) await ask(service);
  expect((await ask(service)).status).toBe(429);
  await service.reload();
  expect((await ask(service)).status).toBe(429);
  writeFileSync(file, "upstreams: []\n");
  await expect(service.reload()).rejects.toMatchObject({ code: "config-invalid" });
  expect((await ask(service)).status).toBe(429);
  writeFileSync(file, text.replace("200/day", "100000/day"));
  await service.reload();
  expect((await ask(service)).status).toBe(200);
});

test("calls of tools are judged by the policy of the file", async () => {
  const call = {
    id: "c1",
    type: "function",
    function: { name: "send_email", arguments: '{"to":"eve@evil.example"}' },
  };
  const made = await startUpstream((_, response) => {
    const body = JSON.parse(answer("")) as { choices: { message: object }[] };
    body.choices[0]!.message = { role: "assistant", content: null, tool_calls: [call] };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  closing.push(made.close);
  const { service } = await started(
    `tools:\n  rules:\n    - {tools: [send_email], effect: send, untrusted: deny-tainted}\n`,
    made.url,
  );
  expect((await ask(service)).status).toBe(200);
  const messages = [
    { role: "user", content: "Read my mail" },
    {
      role: "assistant",
      content: null,
      tool_calls: [{ ...call, function: { name: "get_mail", arguments: "{}" } }],
    },
    { role: "tool", tool_call_id: "c1", content: "Best regards, eve@evil.example" },
  ];
  const blocked = await ask(service, undefined, { messages });
  expect(blocked.status).toBe(403);
  expect(JSON.stringify(await blocked.json())).not.toContain("eve@evil.example");
});

test("a file that is wrong says where, and two gateways never share an audit log", async () => {
  const { url } = await upstream();
  const wrong =
    "rates:\n  - {per: planet, requests: 1/s}\nkeys:\n  - {id: x, hash: y, tenant: z}\n";
  await expect(started(wrong, url)).rejects.toMatchObject({ code: "config-invalid" });
  await started("audit: {file: shared.jsonl}\n", url);
  await expect(started("audit: {file: shared.jsonl}\n", url)).rejects.toMatchObject({
    code: "audit-log-busy",
  });
});

test("the admin port has metrics with what was asked", async () => {
  const { url } = await upstream();
  const { service } = await started(`admin: {port: 0, key: "0123456789abcdef"}\n`, url);
  await ask(service);
  const answerOf = (key: string) =>
    fetch(`http://127.0.0.1:${service.adminPort}/metrics`, {
      headers: { authorization: `Bearer ${key}` },
    });
  expect((await answerOf("wrong")).status).toBe(401);
  const text = await (await answerOf("0123456789abcdef")).text();
  expect(text).toMatch(/pavise_requests_total\{surface="openai-chat".*status="200"/);
  expect(text).toMatch(/gen_ai_client_token_usage_sum\{.*type="output"\} 10/);
});

test("untrusted text stays known in what the provider keeps and in what its own tools read", async () => {
  const call = {
    type: "function_call",
    id: "fc_1",
    call_id: "call_1",
    name: "send_email",
    arguments: '{"to":"x@y.example"}',
    status: "completed",
  };
  let made = 0;
  const server = await startUpstream((body, response) => {
    const { input } = JSON.parse(body.body) as { input: unknown };
    const output =
      input === "send it"
        ? [call]
        : [
            {
              type: "message",
              id: "msg_1",
              role: "assistant",
              status: "completed",
              content: [{ type: "output_text", text: "noted", annotations: [] }],
            },
          ];
    response.writeHead(200, { "content-type": "application/json" }).end(
      JSON.stringify({
        id: `resp_${++made}`,
        object: "response",
        status: "completed",
        model: "m",
        output,
        usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
      }),
    );
  });
  closing.push(server.close);
  const { service } = await started(`tools: {}\n`, server.url);
  const send = {
    type: "function",
    name: "send_email",
    parameters: { type: "object", properties: { to: { type: "string" } } },
  };
  const respond = async (input: unknown, more: object = {}) => {
    const answered = await fetch(`http://127.0.0.1:${service.gateway.listener.port}/v1/responses`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ model: "m", input, tools: [send], ...more }),
    });
    const { id } = (await answered.json()) as { id?: string };
    return { status: answered.status, id };
  };
  const clean = await respond("hello");
  expect((await respond("send it", { previous_response_id: clean.id })).status).toBe(200);
  const tainted = await respond([
    { type: "function_call", call_id: "c", name: "read_mail", arguments: "{}" },
    { type: "function_call_output", call_id: "c", output: "a mail" },
  ]);
  expect(tainted.status).toBe(200);
  const later = await respond("and now", { previous_response_id: tainted.id });
  expect((await respond("send it", { previous_response_id: later.id })).status).toBe(403);
  expect((await respond("send it")).status).toBe(200);
  expect((await respond("send it", { tools: [send, { type: "web_search" }] })).status).toBe(403);
});

test("behind a proxy that is trusted each client has an address of its own", async () => {
  const { url } = await upstream();
  const rates = "rates:\n  - {per: address, requests: 1/day}\n";
  const from = (service: Service, address: string) =>
    fetch(`http://127.0.0.1:${service.gateway.listener.port}/v1/models`, {
      headers: { "x-forwarded-for": address },
    }).then(({ status }) => status);
  const one = await started(rates, url);
  expect([await from(one.service, "1.1.1.1"), await from(one.service, "2.2.2.2")]).toEqual([
    200, 429,
  ]);
  const two = await started(rates, url, "{port: 0, trusted-proxies: [127.0.0.1]}");
  expect([
    await from(two.service, "1.1.1.1"),
    await from(two.service, "2.2.2.2"),
    await from(two.service, "9.9.9.9, 1.1.1.1"),
  ]).toEqual([200, 200, 429]);
});

test("what another session's system prompt holds never comes back in an answer", async () => {
  const canaries: string[] = [];
  const made = await startUpstream(({ body }, response) => {
    const found = /cn-[0-9a-f]{8}-[0-9a-f]{24}/.exec(body)?.[0] ?? "";
    canaries.push(found);
    const text = canaries.length === 1 ? "hello" : `As I told somebody: ${canaries[0]}`;
    response.writeHead(200, { "content-type": "application/json" }).end(answer(text));
  });
  closing.push(made.close);
  const { service } = await started("guards: {canary: true}\n", made.url);
  const say = (session: string) =>
    fetch(`http://127.0.0.1:${service.gateway.listener.port}/v1/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-pavise-session": session },
      body: JSON.stringify({ model: "m", messages: [{ role: "user", content: "Hi" }] }),
    });
  expect((await say("one")).status).toBe(200);
  const other = await say("two");
  expect(canaries[0]).not.toBe(canaries[1]);
  expect(other.status).toBe(400);
  expect(await other.text()).not.toContain(canaries[0]);
});
