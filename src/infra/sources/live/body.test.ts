import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { textOfAnswer } from "./body.ts";

async function answer(
  body: Buffer,
  headers: Readonly<Record<string, string | number>>,
): Promise<Response> {
  const server = createServer((_, response) => response.writeHead(200, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

const text = `${"é".repeat(5_000)}.`;
const plain = Buffer.from(text);

test.each([
  ["whose length is said", plain, { "content-length": plain.length }],
  ["in parts", plain, { "transfer-encoding": "chunked" }],
  ["that is compressed", gzipSync(plain), { "content-encoding": "gzip" }],
])("an answer %s is read whole, and not beyond its limit", async (_, body, headers) => {
  expect(await textOfAnswer(await answer(body, headers), plain.length)).toBe(text);
  await expect(textOfAnswer(await answer(body, headers), plain.length - 1)).rejects.toThrow(
    /larger/,
  );
});

test("a small answer that unpacks to a large one is not believed for its length", async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000));
  const headers = { "content-encoding": "gzip", "content-length": bomb.length };
  expect(bomb.length).toBeLessThan(100_000);
  await expect(textOfAnswer(await answer(bomb, headers), 100_000)).rejects.toThrow(/larger/);
});
