// The least that a proxy can do: it reads a request, parses it, passes it on, and the same with the answer. A
// busy machine slows it as much as it slows the gateway, so that the difference between them says more than either.
//
//   node bench/support/plain-proxy.ts UPSTREAM_URL        says its port on standard output
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "undici";

const pool = new Pool(process.argv[2]!, { pipelining: 1 });

function passOn(path: string, body: Buffer, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  let isStream = false;
  pool.dispatch(
    { path, method: "POST", headers: { "content-type": "application/json" }, body },
    {
      onRequestStart: () => undefined,
      onResponseStart: (_control, status, headers) => {
        const type = String(headers["content-type"]);
        isStream = type === "text/event-stream";
        if (isStream) response.writeHead(status, { "content-type": type });
      },
      onResponseData: (_control, chunk) => {
        if (isStream) response.write(chunk);
        else chunks.push(chunk);
      },
      onResponseEnd: () => {
        if (isStream) {
          response.end();
          return;
        }
        const answer = Buffer.concat(chunks);
        JSON.parse(answer.toString());
        response.writeHead(200, {
          "content-type": "application/json",
          "content-length": answer.length,
        });
        response.end(answer);
      },
      onResponseError: () => response.destroy(),
    },
  );
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks);
    JSON.parse(body.toString());
    passOn(request.url ?? "/", body, response);
  });
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
