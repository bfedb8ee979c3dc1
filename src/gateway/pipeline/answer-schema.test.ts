import { afterEach, describe, expect, it } from "vitest";
import { surfaces } from "../surfaces/index.ts";
import { gatewayFor, upstreamAt } from "../testing/running.ts";
import { json, startUpstream } from "../testing/upstream.ts";

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const schema = {
  type: "object",
  properties: { city: { type: "string" }, people: { type: "integer" } },
  required: ["city"],
};

async function asked(said: string, stream: boolean): Promise<[number, string]> {
  const upstream = await startUpstream((_asked, response) => {
    const reasoning_content = "First, the city.";
    if (!stream) {
      const message = { role: "assistant", reasoning_content, content: said };
      return json(response, { choices: [{ index: 0, message, finish_reason: "stop" }] });
    }
    response.writeHead(200, { "content-type": "text/event-stream" });
    const event = (delta: object, finish: string | null = null): string =>
      `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
    response.write(event({ role: "assistant", reasoning_content }));
    for (const content of said.match(/.{1,5}/gsu) ?? []) response.write(event({ content }));
    response.end(`${event({}, "stop")}data: [DONE]\n\n`);
    return undefined;
  });
  const gateway = await gatewayFor([upstreamAt(upstream.url)], { surfaces, hasAnswerSchema: true });
  open.push(gateway, upstream);
  const response = await fetch(`${gateway.url}/v1/chat/completions`, {
    method: "POST",
    body: JSON.stringify({
      model: "m",
      messages: [{ role: "user", content: "Where?" }],
      response_format: { type: "json_schema", json_schema: { name: "a", schema } },
      stream,
    }),
  });
  return [response.status, await response.text()];
}

describe.each([false, true])("an answer with a schema, streamed: %s", (stream) => {
  it.each(['{"city":"Oslo","people":700000}', ' {"city": "Oslo"}\n'])(
    "passes with %j",
    async (said) => {
      expect((await asked(said, stream))[0]).toBe(200);
    },
  );

  it.each(['{"people":1}', '{"city":"Oslo","people":"many"}', "In Oslo.", '{"city":"Os'])(
    "is refused with %j",
    async (said) => {
      const [status, text] = await asked(said, stream);
      // What a model thought before it answered has no schema, and leaves.
      expect([status, text]).toEqual([
        stream ? 200 : 400,
        expect.stringContaining("schema-mismatch"),
      ]);
      expect(text).not.toContain("Os");
    },
  );
});
