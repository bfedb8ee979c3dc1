// Requests to a model's server: to this server only, within a time, a size and a rate, and again where it is busy.
import { setTimeout as sleep } from "node:timers/promises";
import { messageOf, PaviseError } from "../../../core/index.ts";
import type { Endpoint } from "./schema.ts";

/** Bytes of one answer. */
const maxAnswer = 256 * 1024 * 1024;
const maxRedirects = 3;
/** Longest wait that a server can ask for with `Retry-After`, in milliseconds. */
const maxWait = 60_000;
const busy = new Set([429, 502, 503, 504]);

/** An error about the endpoint. */
export function failed(message: string, hint: string, cause?: unknown): PaviseError {
  return new PaviseError("endpoint-failed", message, { hint, cause });
}

export interface Body {
  readonly bytes: string | Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly bytes: Buffer;
  readonly headers: Headers;
}

/** Sends requests until it is closed. */
export interface Sender {
  /** A GET where there is no body. Undefined: not there (404, 405, 501), where that is allowed. */
  send(url: URL, body?: Body): Promise<Answer>;
  find(url: URL): Promise<Answer | undefined>;
  close(): void;
}

/** The address, if it is of http or https and holds no password. */
export function addressOf(text: string): URL {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:"))
    throw failed(
      `${text.slice(0, 200)} is no address of http or https`,
      "Write it as https://host/path.",
    );
  if (url.username !== "" || url.password !== "")
    throw failed(
      `the address of ${url.host} holds a password`,
      "Pass it in a header: Authorization: Bearer ${TOKEN}.",
    );
  return url;
}

function headersOf(
  { headers = {} }: Endpoint,
  env: NodeJS.ProcessEnv,
): Readonly<Record<string, string>> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    out[name] = value.replaceAll(/\$\{(\w+)\}/g, (_, variable: string) => {
      const found = env[variable];
      if (found === undefined)
        throw failed(
          `the header ${name} needs ${variable}, which is not in the environment`,
          `Set it: export ${variable}=…`,
        );
      return found;
    });
  }
  return out;
}

/** Starts requests no sooner than the rate allows. */
function pacer(perSecond: number | undefined): (signal: AbortSignal) => Promise<void> {
  let next = 0;
  return async (signal) => {
    if (perSecond === undefined) return;
    const now = performance.now();
    const at = Math.max(now, next);
    next = at + 1000 / perSecond;
    if (at > now) await sleep(at - now, undefined, { signal });
  };
}

async function bodyOf(response: Response, url: URL): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > maxAnswer)
      throw failed(
        `${url.host} answers with more than ${maxAnswer} bytes`,
        "Send smaller batches.",
      );
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function waitOf(response: Response, attempt: number): number {
  const told = Number(response.headers.get("retry-after") ?? NaN);
  const own = 250 * 2 ** attempt;
  return Math.min(maxWait, Number.isFinite(told) && told >= 0 ? Math.max(told * 1000, own) : own);
}

/** Makes a sender for one endpoint. */
export function senderOf(endpoint: Endpoint, env: NodeJS.ProcessEnv): Sender {
  const own = headersOf(endpoint, env);
  const pace = pacer(endpoint.perSecond);
  const closing = new AbortController();

  async function once(start: URL, body: Body | undefined): Promise<Response> {
    let url = start;
    for (let hop = 0; ; hop++) {
      await pace(closing.signal);
      const response = await fetch(url, {
        method: body === undefined ? "GET" : "POST",
        headers: { accept: "application/json", ...body?.headers, ...own },
        ...(body === undefined ? {} : { body: body.bytes }),
        redirect: "manual",
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(endpoint.timeoutMs)]),
      });
      if (response.status < 300 || response.status >= 400) return response;
      await response.body?.cancel();
      const to = URL.parse(response.headers.get("location") ?? "", url.href);
      // Headers hold keys: they go to no one else, and a body is sent on only where that is what is said.
      const isSame = to !== null && to.origin === url.origin;
      if (
        !isSame ||
        hop >= maxRedirects ||
        (body !== undefined && response.status !== 307 && response.status !== 308)
      )
        throw failed(
          `${url.host} sends us on to ${to === null ? "nowhere" : to.origin}`,
          "Name the address that it sends to, if you trust it.",
        );
      url = to;
    }
  }

  async function attempt(
    url: URL,
    body: Body | undefined,
  ): Promise<Response | { readonly wait: number; readonly why: string; readonly cause?: unknown }> {
    try {
      const response = await once(url, body);
      if (!busy.has(response.status)) return response;
      await response.body?.cancel();
      return { wait: -1, why: `answers ${response.status}`, cause: response };
    } catch (thrown) {
      if (thrown instanceof PaviseError || closing.signal.aborted) throw thrown;
      const isLate = thrown instanceof Error && thrown.name === "TimeoutError";
      const reason =
        thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
      return {
        wait: -1,
        why: isLate
          ? `does not answer within ${endpoint.timeoutMs} ms`
          : `cannot be reached: ${messageOf(reason)}`,
        cause: thrown,
      };
    }
  }

  async function exchange(
    url: URL,
    body: Body | undefined,
    mayMiss: boolean,
  ): Promise<Answer | undefined> {
    for (let count = 0; ; count++) {
      const got = await attempt(url, body);
      if (got instanceof Response) {
        if (mayMiss && [400, 404, 405, 501].includes(got.status)) {
          await got.body?.cancel();
          return undefined;
        }
        const bytes = await read(got, url);
        if (got.ok) return { bytes, headers: got.headers };
        throw failed(
          `${url.host} answers ${got.status} to ${url.pathname}: ${excerpt(bytes)}`,
          hintFor(got.status),
        );
      }
      if (count >= endpoint.retries)
        throw failed(
          `${url.host} ${got.why}${count === 0 ? "" : `, after ${count + 1} tries`}`,
          "See that it runs and that the address is right; lower `perSecond` and `concurrency` if it is busy.",
          got.cause,
        );
      const wait = got.cause instanceof Response ? waitOf(got.cause, count) : 250 * 2 ** count;
      await sleep(wait, undefined, { signal: closing.signal });
    }
  }

  async function read(response: Response, url: URL): Promise<Buffer> {
    try {
      return await bodyOf(response, url);
    } catch (thrown) {
      if (thrown instanceof PaviseError || closing.signal.aborted) throw thrown;
      throw failed(
        `the answer of ${url.host} breaks off`,
        "Raise `timeoutMs`, or send smaller batches.",
        thrown,
      );
    }
  }

  return {
    send: async (url, body) => (await exchange(url, body, false))!,
    find: (url) => exchange(url, undefined, true),
    close: () => closing.abort(),
  };
}

function excerpt(bytes: Buffer): string {
  return (
    bytes
      .toString("utf8", 0, 200)
      .replaceAll(/\p{Cc}+/gu, " ")
      .trim() || "nothing"
  );
}

function hintFor(status: number): string {
  if (status === 401 || status === 403) return "Pass a key in `headers`, from the environment.";
  if (status === 404) return "Check the address and the name of the model.";
  if (status === 400 || status === 422)
    return "Check `inputShape`, `input` and the template against what the model takes.";
  if (status === 413) return "Send smaller batches with `batch`.";
  return "Look into the server's own log.";
}

/** The answer as JSON. */
export function jsonOf({ bytes }: Answer, host: string): unknown {
  try {
    // `NaN` and `Infinity` are what Python writes; nothing can be done with them, and they are told below.
    return JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw failed(
      `${host} answers with what is no JSON: ${excerpt(bytes)}`,
      "Check the address; a model's server answers JSON.",
      cause,
    );
  }
}
