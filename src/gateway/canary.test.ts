import { afterAll, beforeAll, expect, test } from "vitest";
import { createGuard } from "../guard/index.ts";
import { surfaces } from "./surfaces/index.ts";
import { protocols } from "./testing/protocols/index.ts";
import { startProvider, type Provider } from "./testing/provider.ts";
import { gatewayFor, upstreamAt, type TestGateway } from "./testing/running.ts";

// A canary goes into the system prompt of every protocol that has one, and comes out of none.

const canary = "pv-7f3a91c2d4e8";
let provider: Provider;
let gateway: TestGateway;

beforeAll(async () => {
  provider = await startProvider();
  gateway = await gatewayFor([upstreamAt(provider.url)], {
    surfaces,
    guard: createGuard(),
    canaryOf: () => canary,
  });
});

afterAll(async () => {
  await gateway.close();
  await provider.close();
});

const cases = protocols.flatMap((protocol) =>
  [false, true]
    .filter((isStream) => !isStream || (protocol.stream?.({}).length ?? 0) > 0)
    .map((isStream) => ({ protocol, isStream, name: protocol.name })),
);

/** Vectors, counts, and what was made before. */
const withoutSystem = new Set([
  "openai-embeddings",
  "openai-stored-responses",
  "gemini-embed",
  "gemini-count",
  "ollama-embed",
]);

test.each(cases)("$name, streamed: $isStream", async ({ protocol, isStream }) => {
  const send = async (
    text: string,
  ): Promise<{ readonly status: number; readonly text: string }> => {
    provider.says({ text: ["It is ", text.slice(0, 5), text.slice(5), " and so on."] });
    const response = await fetch(gateway.url + protocol.path(isStream), {
      method: protocol.method ?? "POST",
      headers: { "content-type": "application/json" },
      ...(protocol.ask && { body: JSON.stringify(protocol.ask({}, isStream)) }),
    });
    return { status: response.status, text: await response.text() };
  };
  const before = provider.asked.length;
  expect(await send("harmless")).toMatchObject({ status: 200 });
  const asked = provider.asked[before]!.body;
  expect(asked.includes(canary)).toBe(!withoutSystem.has(protocol.surface));
  if (!protocol.carries.includes("output")) return;
  const leaked = await send(canary);
  expect(leaked.text).not.toContain(canary.slice(0, 8));
});
