import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createTelemetry } from "./telemetry.ts";
import { boundedLabel } from "./metrics.ts";
import { traceOf, traceparentOf } from "./trace.ts";

interface Sent {
  readonly path: string;
  readonly body: unknown;
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A collector that answers each post by the next of these statuses, then 200. */
async function collector(statuses: number[] = []) {
  const sent: Sent[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      sent.push({
        path: request.url ?? "",
        body: JSON.parse(Buffer.concat(parts).toString()) as unknown,
      });
      response.writeHead(statuses.shift() ?? 200).end("{}");
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { sent, endpoint: `http://127.0.0.1:${port}` };
}

const detection = { kind: "secret", rule: "aws", score: 1, start: 0, end: 4 } as const;

test("an exchange is a span, and an incident a log record of the same trace", async () => {
  const { sent, endpoint } = await collector([503]);
  const telemetry = createTelemetry({ version: "1.2.3", otlp: { endpoint } });
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  const meter = telemetry.begin({
    surface: "openai-chat",
    provider: "openai",
    model: "gpt-x",
    traceparent,
  });
  meter.stage("auth");
  meter.stage("upstream");
  meter.firstToken();
  meter.detections("output", [detection, detection]);
  expect(meter.header()).toMatch(/^auth;dur=[\d.]+, upstream;dur=[\d.]+$/);
  expect(meter.traceparent).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
  const outcome = {
    status: 403,
    verdict: "block",
    usage: { inputTokens: 7, outputTokens: 3 },
    error: "guard_blocked",
  } as const;
  meter.end(outcome);
  meter.end(outcome);
  const metrics = await telemetry.metrics();
  expect(metrics).toContain('pavise_detections_total{direction="output",kind="secret"} 2');
  expect(metrics).toContain('verdict="block"} 1');
  expect(metrics).toContain('pavise_refusals_total{code="guard_blocked"} 1');
  expect(metrics).toMatch(/gen_ai_client_token_usage_sum\{.*type="input"\} 7/);
  expect(metrics).toContain("pavise_requests_active 0");
  await telemetry.close();
  expect(sent.map(({ path }) => path)).toEqual(["/v1/traces", "/v1/traces", "/v1/logs"]);
  expect(JSON.stringify(sent[0])).toBe(JSON.stringify(sent[1]));
  const [, traces, logs] = sent;
  expect(traces!.body).toMatchObject({
    resourceSpans: [
      {
        scopeSpans: [
          {
            spans: [
              {
                traceId: "0af7651916cd43dd8448eb211c80319c",
                parentSpanId: "b7ad6b7169203331",
                name: "chat gpt-x",
                startTimeUnixNano: expect.stringMatching(/^\d{19}$/) as string,
                status: { code: 2 },
                attributes: expect.arrayContaining([
                  { key: "gen_ai.usage.input_tokens", value: { intValue: "7" } },
                ]) as unknown,
              },
            ],
          },
        ],
      },
    ],
  });
  expect(logs!.body).toMatchObject({
    resourceLogs: [
      {
        scopeLogs: [
          {
            logRecords: [
              {
                severityText: "ERROR",
                body: { stringValue: "block: secret" },
                traceId: "0af7651916cd43dd8448eb211c80319c",
              },
            ],
          },
        ],
      },
    ],
  });
});

test("what the collector does not take is counted, and nobody waits for it", async () => {
  const { endpoint } = await collector([400]);
  const telemetry = createTelemetry({ version: "1", otlp: { endpoint, intervalMs: 60_000 } });
  const begin = () =>
    telemetry.begin({ surface: "s", provider: "p", model: "m", traceparent: undefined });
  for (let index = 0; index < 10; index++)
    begin().end({ status: 200, verdict: "allow", usage: undefined });
  await telemetry.close();
  expect(await telemetry.metrics()).toContain('pavise_telemetry_dropped_total{signal="traces"} 10');
});

test("a trace that is not one begins anew; one that was not sampled stays so", () => {
  for (const wrong of [
    undefined,
    "",
    "00-00000000000000000000000000000000-b7ad6b7169203331-01",
    "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nx: y",
    "x".repeat(100_000),
  ])
    expect(traceOf(wrong)).toMatchObject({ parentId: undefined, isSampled: true });
  const quiet = traceOf("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
  expect(traceparentOf(quiet)).toMatch(/-00$/);
});

test("names from outside make no more than a hundred time series", () => {
  const label = boundedLabel(3);
  expect(["a", "b", "a", "c", "d", "e", "c"].map(label)).toEqual([
    "a",
    "b",
    "a",
    "c",
    "other",
    "other",
    "c",
  ]);
});
