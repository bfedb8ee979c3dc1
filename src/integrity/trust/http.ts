import { messageOf, PaviseError } from "../../core/index.ts";
import { ask as askServer, isLoopback, type Reply } from "../http.ts";

/** A request to a service that helps to sign. */
export interface ServiceRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent, by POST, and its type (JSON where it is not said). */
  readonly body?: string | Uint8Array;
  readonly type?: string;
  /** Who is asked, for messages. */
  readonly who: string;
}

const maxBytes = 1024 * 1024;

function failed(who: string, message: string, cause?: unknown): PaviseError {
  return new PaviseError("service-failed", `${who}: ${message}`, {
    hint: "Look whether it can be reached from here, and whether the address is right.",
    cause,
  });
}

/**
 * Asks a service. Only those on this machine are asked by http, and no message holds what was sent.
 * Throws `service-failed` and `usage`.
 */
export async function ask(request: ServiceRequest): Promise<Buffer> {
  const { who, headers, body, type = "application/json" } = request;
  const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
  if (
    url === undefined ||
    !(url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url)))
  )
    throw new PaviseError("usage", `${who}: ${request.url.slice(0, 200)} is no https address`, {
      hint: "Only services on this machine are asked by http.",
    });
  const sent = body === undefined ? undefined : { type, body };
  let reply: Reply;
  try {
    reply = await askServer({ url, accept: "*/*", headers, sent, maxBytes });
  } catch (error) {
    if (error instanceof PaviseError && error.code !== "record-unreachable") throw error;
    throw failed(who, messageOf(error), error);
  }
  const { status } = reply;
  if (status >= 200 && status < 300) return reply.body;
  throw failed(who, `it answers ${status}: ${said(reply.body)}`);
}

/** The beginning of an answer, in one line, without a token that it repeats. */
function said(answer: Buffer): string {
  const text = answer.subarray(0, 2000).toString("utf8");
  const shown = text.replaceAll(/[^\x20-\x7e]+/g, " ").replaceAll(/eyJ[\w.-]+/g, "…");
  return shown.trim().slice(0, 300);
}

/** Asks for JSON. Throws what `ask` throws. */
export async function askJson(request: ServiceRequest): Promise<unknown> {
  const answer = await ask(request);
  try {
    return JSON.parse(answer.toString()) as unknown;
  } catch (error) {
    throw failed(request.who, "its answer is no JSON", error);
  }
}
