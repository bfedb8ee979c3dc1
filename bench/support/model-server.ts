// A server of models on loopback that costs as little as it can: what is measured is what stands before it.
//
//   node bench/support/model-server.ts        says its port on standard output
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const sentence = "The quick brown fox jumps over the lazy dog, and then it rests for a while. ";
const whole = Buffer.from(
  JSON.stringify({
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_700_000_000,
    model: "bench",
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: sentence.repeat(5), refusal: null },
        finish_reason: "stop",
      },
    ],
    usage: { prompt_tokens: 500, completion_tokens: 90, total_tokens: 590 },
  }),
);

const chunk = (delta: object, finish: string | null): string =>
  `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1_700_000_000, model: "bench", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
const words = sentence.repeat(4).match(/\S+\s*/g) ?? [];
const pieces = words.slice(0, 50).map((content) => Buffer.from(chunk({ content }, null)));
const last = Buffer.from(`${chunk({}, "stop")}data: [DONE]\n\n`);

const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (each: Buffer) => chunks.push(each));
  request.on("end", () => {
    const body = Buffer.concat(chunks);
    const pause = Number(
      request.headers["x-bench-pause"] ??
        /"seed":(\d+)/.exec(body.toString("latin1", body.length - 40))?.[1] ??
        0,
    );
    if (!body.includes('"stream":true')) {
      response.writeHead(200, {
        "content-type": "application/json",
        "content-length": whole.length,
      });
      response.end(whole);
      return;
    }
    response.writeHead(200, { "content-type": "text/event-stream" });
    let at = 0;
    const next = (): void => {
      const piece = pieces[at++];
      if (piece === undefined) {
        response.end(last);
        return;
      }
      response.write(piece);
      if (pause > 0) setTimeout(next, pause);
      else setImmediate(next);
    };
    next();
  });
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
