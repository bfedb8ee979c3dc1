import { readFile, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surfaces } from "./surfaces/index.ts";
import { cells, matrixPage, runCell, type CellResult } from "./testing/matrix.ts";
import { startProvider, type Provider } from "./testing/provider.ts";
import { gatewayFor, upstreamAt, type TestGateway } from "./testing/running.ts";
import { wordGuard } from "./testing/word-guard.ts";

// One forbidden text in every place of every protocol, against a gateway that serves.

let provider: Provider;
let gateway: TestGateway;
const results: CellResult[] = [];

beforeAll(async () => {
  provider = await startProvider();
  gateway = await gatewayFor([upstreamAt(provider.url)], { surfaces, guard: wordGuard() });
});

afterAll(async () => {
  await gateway.close();
  await provider.close();
});

test.each(cells())("$protocol.name, streamed: $isStream, $carried", async (cell) => {
  const result = await runCell(cell, { provider, url: gateway.url });
  results.push(result);
  expect(result).toMatchObject({ clean: "passed", blocked: "blocked", redacted: "redacted" });
});

test("the page in the documentation is what these runs gave", async () => {
  const page = new URL("../../docs/gateway-matrix.md", import.meta.url);
  expect(results).toHaveLength(cells().length);
  if (process.env["PAVISE_WRITE_DOCS"] === "1") await writeFile(page, matrixPage(results));
  expect(await readFile(page, "utf8").catch(() => "")).toBe(matrixPage(results));
});
