import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Guard } from "../../guard/contract.ts";
import { memoryPins } from "../mcp/pins.ts";
import { createMcpRoute } from "../mcp/route.ts";
import { outcomeOf, type CellResult, type Outcome } from "./matrix.ts";
import { gatewayFor, somebody } from "./running.ts";
import type { Carried } from "./protocols/protocol-case.ts";

interface Asked {
  readonly id?: number;
  readonly method: string;
}

/** A server of MCP that says one text wherever it can, as JSON or as a stream. */
async function startServer() {
  let word = "";
  let isStream = false;
  const heard: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString();
      heard.push(body);
      const { id, method } = JSON.parse(body) as Asked;
      const text = { type: "text", text: `Found: ${word}` };
      const result =
        method === "prompts/get"
          ? { messages: [{ role: "user", content: text }] }
          : { content: [text] };
      const message = JSON.stringify({ jsonrpc: "2.0", id, result });
      response.writeHead(200, {
        "content-type": isStream ? "text/event-stream" : "application/json",
      });
      response.end(isStream ? `event: message\ndata: ${message}\n\n` : message);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/mcp`),
    heard,
    says: (text: string, streams: boolean) => {
      word = text;
      isStream = streams;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Places of MCP: what a server has a model read, what a model sends, and what a tool answers. */
const asks: readonly (readonly [Carried, method: string, params: (word: string) => object])[] = [
  ["input", "prompts/get", () => ({ name: "p" })],
  ["tool arguments", "tools/call", (word) => ({ name: "t", arguments: { q: `It is ${word}` } })],
  ["tool results", "tools/call", () => ({ name: "t", arguments: {} })],
];

/** Sends each text through each place of MCP. */
export async function runMcpCells(
  guard: Guard,
  texts: Readonly<Record<string, string>>,
): Promise<readonly CellResult[]> {
  const server = await startServer();
  const route = createMcpRoute({
    servers: [
      {
        name: "s",
        url: server.url,
        headers: {},
        isPrivate: true,
        pin: "off",
        isTrusted: false,
        mayAsk: false,
      },
    ],
    pins: memoryPins(),
  });
  const identity = { authenticate: () => ({ ...somebody, scopes: ["mcp"] }) };
  const gateway = await gatewayFor([], { guard, identity }, [route]);
  const results: CellResult[] = [];
  let id = 0;
  for (const isStream of [false, true])
    for (const [carried, method, params] of asks) {
      const outcomes: Record<string, Outcome> = {};
      for (const [name, word] of Object.entries(texts)) {
        server.says(carried === "tool arguments" ? "nothing" : word, isStream);
        server.heard.length = 0;
        const response = await fetch(`${gateway.url}/mcp/s`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ jsonrpc: "2.0", id: ++id, method, params: params(word) }),
        });
        const text = await response.text();
        outcomes[name] =
          carried === "tool arguments"
            ? outcomeOf({
                seen: server.heard.join(""),
                isRefused: server.heard.length === 0,
                word,
              })
            : outcomeOf({ seen: text, isRefused: /blocked/i.test(text), word });
      }
      results.push({ protocol: { name: "MCP, streamable HTTP" }, isStream, carried, outcomes });
    }
  await gateway.close();
  await route.close();
  server.close();
  return results;
}
