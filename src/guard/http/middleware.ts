// Guards in front of chat handlers. The types say only what is used of a framework, so that none of
// them is needed.
import type { Guard } from "../contract.ts";
import { createGuard } from "../guard.ts";
import { guardBody, refusalOf, type BodyResult } from "./parsed.ts";

/** What a middleware is made with. */
export interface MiddlewareOptions {
  /** One with the defaults where it is not said. */
  readonly guard?: Guard;
  /** Told of every body in which something was seen, also where it passes. */
  readonly onResult?: (result: BodyResult) => void;
}

const blockedStatus = 400;

function judging({
  guard = createGuard(),
  onResult,
}: MiddlewareOptions): (body: unknown) => BodyResult {
  return (body) => {
    const result = guardBody(body, guard);
    if (result.detections.length > 0 || result.verdict === "block") onResult?.(result);
    return result;
  };
}

interface ExpressRequest {
  body?: unknown;
}

interface ExpressResponse {
  readonly status: (code: number) => { readonly json: (body: unknown) => unknown };
}

/** For Express: after what parses bodies, before the handler. */
export function expressGuard(
  options: MiddlewareOptions = {},
): (request: ExpressRequest, response: ExpressResponse, next: (error?: unknown) => void) => void {
  const judge = judging(options);
  return (request, response, next) => {
    const result = judge(request.body);
    if (result.verdict === "block") {
      response.status(blockedStatus).json(refusalOf(result));
      return;
    }
    if (result.verdict === "redact") request.body = result.body;
    next();
  };
}

interface FastifyRequest {
  body: unknown;
}

interface FastifyReply {
  readonly code: (status: number) => { readonly send: (body: unknown) => unknown };
}

/** For Fastify: a `preHandler` hook, of one route or of all. */
export function fastifyGuard(
  options: MiddlewareOptions = {},
): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  const judge = judging(options);
  // Fastify takes an answer that was sent, and goes on where nothing is returned.
  return async (request, reply) => {
    const result = judge(request.body);
    if (result.verdict === "block") return reply.code(blockedStatus).send(refusalOf(result));
    if (result.verdict === "redact") request.body = result.body;
    return undefined;
  };
}

interface HonoContext {
  readonly req: {
    raw: Request;
    bodyCache: object;
    readonly method: string;
    readonly header: (name: string) => string | undefined;
    readonly text: () => Promise<string>;
  };
}

function refusedResponse(body: unknown): Response {
  return Response.json(body, { status: blockedStatus });
}

/** For Hono: before a handler that reads JSON or text. A body that says it is JSON and is not does not pass. */
export function honoGuard(
  options: MiddlewareOptions = {},
): (context: HonoContext, next: () => Promise<void>) => Promise<Response | undefined> {
  const judge = judging(options);
  return async ({ req }, next) => {
    if (req.method === "GET" || req.method === "HEAD") {
      await next();
      return undefined;
    }
    const text = await req.text();
    const isJson = /[/+]json\b/i.test(req.header("content-type") ?? "");
    let body: unknown = text;
    if (isJson && text !== "") {
      try {
        body = JSON.parse(text);
      } catch {
        return refusedResponse({
          error: { code: "invalid_json", message: "The body is no JSON." },
        });
      }
    }
    const result = judge(body);
    if (result.verdict === "block") return refusedResponse(refusalOf(result));
    if (result.verdict === "redact") {
      const changed = isJson ? JSON.stringify(result.body) : String(result.body);
      const { method, url } = req.raw;
      const headers = new Headers(req.raw.headers);
      headers.delete("content-length");
      req.raw = new Request(url, { method, headers, body: changed });
      req.bodyCache = {};
    }
    await next();
    return undefined;
  };
}
