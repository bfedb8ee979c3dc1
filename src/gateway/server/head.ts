import type { IncomingMessage } from "node:http";
import type { Headers } from "../upstreams/headers.ts";
import type { Refusal } from "../surface.ts";

/**
 * Headers of which a second one means that two readers may choose differently: what authenticates, what
 * frames the body, and what says how it is to be read (RFC 9110, 5.3; CWE-444).
 */
const single: ReadonlySet<string> = new Set([
  "api-key",
  "authorization",
  "content-encoding",
  "content-length",
  "content-type",
  "host",
  "idempotency-key",
  "origin",
  "proxy-authorization",
  "transfer-encoding",
  "x-api-key",
  "x-goog-api-key",
]);

/** The first lines of a request, understood. */
export interface Head {
  readonly headers: Headers;
  readonly path: string;
  readonly query: string;
}

function bad(message: string): Refusal {
  return { status: 400, code: "bad_request", message };
}

/** No protocol of models needs more, and nothing here is decoded twice or means two things. */
const plainPath = /^\/[\w.~:@+,=/-]*$/;

/** Headers by name, and the path. Node's own `headers` joins or drops what comes twice, which hides it. */
export function readHead(request: IncomingMessage): Head | Refusal {
  const { rawHeaders, url = "" } = request;
  const headers: Record<string, string> = Object.create(null) as Record<string, string>;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!.toLowerCase();
    const value = rawHeaders[at + 1]!;
    const known = headers[name];
    if (known === undefined) headers[name] = value;
    else if (single.has(name) || name.startsWith("x-pavise-"))
      return bad(`The header ${name} came twice.`);
    else headers[name] = `${known}, ${value}`;
  }
  const encoding = headers["transfer-encoding"];
  if (encoding !== undefined && encoding.toLowerCase() !== "chunked")
    return bad("The only transfer-encoding that is understood is chunked.");
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  if (!plainPath.test(path) || path.includes("//") || path.includes("/."))
    return bad("The path is not one of a model's protocol.");
  return { headers, path, query: mark < 0 ? "" : url.slice(mark + 1) };
}
