import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a server of models was asked. */
export interface Asked {
  readonly path: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

export interface TestUpstream {
  readonly url: URL;
  readonly asked: Asked[];
  /** Requests whose connection was closed before they were answered. */
  readonly cancelled: () => number;
  /** Connections that were made. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** A server of models on loopback that answers as a test says. */
export async function startUpstream(
  answer: (asked: Asked, response: ServerResponse) => void,
): Promise<TestUpstream> {
  const asked: Asked[] = [];
  let cancelled = 0;
  let connections = 0;
  async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const one = { path: request.url ?? "", headers: request.headers, body };
    asked.push(one);
    answer(one, response);
  }
  const server = createServer((request, response) => {
    response.on("close", () => {
      if (!response.writableFinished) cancelled++;
    });
    void hear(request, response);
  });
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    asked,
    cancelled: () => cancelled,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A JSON answer. */
export function json(response: ServerResponse, value: unknown, status = 200): void {
  const body = JSON.stringify(value);
  response.writeHead(status, { "content-type": "application/json" });
  response.end(body);
}
