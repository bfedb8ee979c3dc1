// The guards for other languages: `POST /v1/guard`, on node:http and on Request and Response.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Guard, Source } from "../contract.ts";
import { createGuard } from "../guard.ts";
import { isSource, judgeLine, judgeObject, type LineGiven } from "../json-line.ts";
import { readBody } from "./body.ts";

/** What an endpoint is made with. */
export interface EndpointOptions {
  /** One with the defaults where it is not said. */
  readonly guard?: Guard;
  /** Longer bodies are refused; 8 MiB where it is not said. */
  readonly bodyBytes?: number;
  /** Texts of one request at most; 10,000 where it is not said. */
  readonly texts?: number;
}

/** An answer of the endpoint, whatever server sends it. */
export interface EndpointAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const defaultBytes = 8 * 1024 * 1024;
const defaultTexts = 10_000;
const jsonType = "application/json";
const linesType = "application/x-ndjson";

function json(status: number, value: unknown): EndpointAnswer {
  return { status, type: jsonType, body: JSON.stringify(value) };
}

function refused(status: number, code: string, message: string): EndpointAnswer {
  return json(status, { error: { code, message } });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function answerLines(body: string, given: LineGiven, most: number): EndpointAnswer {
  const lines = body.split("\n", most + 1);
  if (lines.length > most) return refused(413, "too_many_texts", `More than ${most} lines.`);
  const answers = lines.flatMap((text, index) => {
    const result = judgeLine({ number: index + 1, text }, given);
    return result === undefined ? [] : [`${JSON.stringify(result.answer)}\n`];
  });
  return { status: 200, type: linesType, body: answers.join("") };
}

function answerJson(body: string, given: LineGiven, most: number): EndpointAnswer {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return refused(400, "invalid_json", "The body is no JSON.");
  }
  if (!isRecord(value)) return refused(400, "invalid_body", "The body is no JSON object.");
  const { text, texts, source = given.source, redacted } = value;
  if (!isSource(source))
    return refused(400, "invalid_source", "source must be user, tool, system or assistant.");
  const line = { ...given, source, isRedacted: redacted === true };
  if (typeof text === "string") return json(200, judgeObject({ ...value, source }, 1, line).answer);
  if (!Array.isArray(texts))
    return refused(400, "invalid_body", "The body has neither text nor texts.");
  if (texts.length > most) return refused(413, "too_many_texts", `More than ${most} texts.`);
  const results = texts.map((each: unknown, index) => {
    const object = typeof each === "string" ? { text: each } : each;
    return judgeObject(object, index + 1, line).answer;
  });
  return json(200, { results });
}

/** Answers a body: `{text}`, `{texts}`, or a line of JSON for each text. Never throws. */
export function answerGuard(
  body: string,
  type: string,
  { guard = createGuard(), texts = defaultTexts }: EndpointOptions = {},
): EndpointAnswer {
  const source: Source = "user";
  const given: LineGiven = { guard, source, isRedacted: false };
  const media = type.split(";", 1)[0]!.trim().toLowerCase();
  if (media === linesType || media === "application/jsonl" || media === "application/x-jsonlines")
    return answerLines(body, given, texts);
  if (media === jsonType || media === "") return answerJson(body, given, texts);
  return refused(415, "unsupported_type", `Send ${jsonType} or ${linesType}.`);
}

/** `POST /v1/guard` for node:http; authentication and the path are the server's. */
export function guardEndpoint(
  options: EndpointOptions = {},
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { guard = createGuard(), bodyBytes = defaultBytes } = options;
  return async (request, response) => {
    const send = ({ status, type, body }: EndpointAnswer): void => {
      const bytes = Buffer.from(body);
      response.writeHead(status, { "content-type": type, "content-length": bytes.length });
      response.end(bytes);
    };
    if (request.method !== "POST") {
      response.setHeader("allow", "POST");
      send(refused(405, "method_not_allowed", "Send POST."));
      return;
    }
    const body = await readBody(request, bodyBytes);
    if (body === "aborted") return;
    if (body === "too-large") {
      response.setHeader("connection", "close");
      send(refused(413, "body_too_large", `The body has more than ${bodyBytes} bytes.`));
      return;
    }
    send(answerGuard(body.text, request.headers["content-type"] ?? "", { ...options, guard }));
  };
}

/** `POST /v1/guard` for servers that speak Request and Response: Hono, Deno, Bun, workers. */
export function guardFetch(options: EndpointOptions = {}): (request: Request) => Promise<Response> {
  const { guard = createGuard(), bodyBytes = defaultBytes } = options;
  return async (request) => {
    const respond = ({ status, type, body }: EndpointAnswer): Response =>
      new Response(body, { status, headers: { "content-type": type } });
    if (request.method !== "POST") return respond(refused(405, "method_not_allowed", "Send POST."));
    const tooLarge = refused(413, "body_too_large", `The body has more than ${bodyBytes} bytes.`);
    if (Number(request.headers.get("content-length") ?? 0) > bodyBytes) return respond(tooLarge);
    const body = await readBody(request.body ?? [], bodyBytes);
    if (body === "aborted") return respond(refused(400, "aborted", "The body did not come."));
    if (body === "too-large") return respond(tooLarge);
    return respond(
      answerGuard(body.text, request.headers.get("content-type") ?? "", { ...options, guard }),
    );
  };
}
