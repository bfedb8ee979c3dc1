// What is asked of servers that the user has named. Nothing that a model holds leads here.
import { messageOf, PaviseError } from "../core/index.ts";

const maxRedirects = 5;
const timeoutMs = 30_000;
const tries = 3;
const longestWaitMs = 10_000;
const usualMaxBytes = 16 * 1024 * 1024;

/** One question. */
export interface Question {
  readonly url: URL;
  readonly accept: string;
  /** The value of `Authorization`; told to the host of `url` only. */
  readonly authorization?: string;
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
  /** Further headers, told wherever `authorization` is. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent, by POST; a question that changes nothing has none, and is not led elsewhere. */
  readonly sent?: { readonly type: string; readonly body: string | Uint8Array };
}

/** What a server said, whole. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** A URL as it may be shown: no user, no password, nothing behind a `?`. */
export function shownUrl(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

/** Fails for a server that does not answer as it should. */
export function unreachable(
  url: URL,
  message: string,
  options: { readonly hint?: string; readonly cause?: unknown } = {},
): PaviseError {
  return new PaviseError("record-unreachable", `${shownUrl(url)}: ${message}`, {
    hint:
      options.hint ??
      "Look whether the address is right and can be reached from here. Behind a proxy, set NODE_USE_ENV_PROXY=1; for an authority of your own, NODE_EXTRA_CA_CERTS.",
    cause: options.cause,
  });
}

/** True for this machine itself. */
export function isLoopback({ hostname }: URL): boolean {
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

/** True where whoever is on the way could change the answer. */
export function isOpenToChange(url: URL): boolean {
  return url.protocol === "http:" && !isLoopback(url);
}

/** An address that the user gave, and what to say of its user part. Throws `usage`. */
export function serverOf(
  text: string,
  option: string,
): { readonly base: URL; readonly authorization?: string } {
  // A text that is no URL may hold a password all the same: it is not repeated.
  const base = URL.canParse(text) ? new URL(text) : undefined;
  if (base === undefined || !/^https?:$/.test(base.protocol))
    throw new PaviseError("usage", `${option}: not the address of a server`, {
      hint: "An address that begins with https:// or http:// is needed.",
    });
  const { username, password } = base;
  base.username = "";
  base.password = "";
  if (username === "" && password === "") return { base };
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { base, authorization: basicAuthorization(pair) };
}

/** The header for a user and a password, joined by a colon. */
export function basicAuthorization(pair: string): string {
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

/** A path below the address of a server. */
export function below(base: URL, path: string): URL {
  const url = new URL(base);
  url.search = "";
  url.hash = "";
  url.pathname = `${base.pathname.replace(/\/+$/, "")}/${path}`;
  return url;
}

async function bodyOf(response: Response, url: URL, maxBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > maxBytes) throw unreachable(url, `the answer is larger than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Where an answer leads to, or nowhere. */
function nextOf(response: Response, from: URL): URL | undefined {
  const location = response.headers.get("location");
  if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return undefined;
  if (!URL.canParse(location, from.href)) throw unreachable(from, "it leads to no address");
  const next = new URL(location, from);
  const isDown = from.protocol === "https:" && next.protocol !== "https:";
  if (isDown || !/^https?:$/.test(next.protocol))
    throw unreachable(from, `it leads to ${next.protocol}//, which is not followed`);
  next.username = "";
  next.password = "";
  return next;
}

async function askOnce(question: Question, signal: AbortSignal): Promise<Reply> {
  const { accept, maxBytes = usualMaxBytes, sent } = question;
  let { url, authorization, headers: more } = question;
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const headers: Record<string, string> = { ...more, accept, "user-agent": "pavise" };
    if (authorization !== undefined) headers["authorization"] = authorization;
    if (sent !== undefined) headers["content-type"] = sent.type;
    const body = sent === undefined ? {} : { method: "POST", body: sent.body };
    const response = await fetch(url, { headers, redirect: "manual", signal, ...body });
    const next = nextOf(response, url);
    if (next !== undefined && sent !== undefined)
      throw unreachable(url, "it leads elsewhere, where nothing is sent to");
    if (next === undefined) {
      const said = await bodyOf(response, url, maxBytes);
      return { status: response.status, headers: response.headers, body: said };
    }
    await response.body?.cancel();
    // Who is redirected to elsewhere is told nothing that was meant for this host.
    if (next.origin !== url.origin) [authorization, more] = [undefined, undefined];
    url = next;
  }
  throw unreachable(question.url, `it leads on and on, more than ${maxRedirects} times`);
}

/** How long to wait before the next try; undefined where there is no use in one. */
function waitOf({ status, headers }: Reply, attempt: number): number | undefined {
  if (![429, 502, 503, 504].includes(status)) return undefined;
  const said = Number(headers.get("retry-after") ?? Number.NaN) * 1000;
  return Number.isFinite(said) ? said : 500 * 2 ** attempt;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
  });
}

/** Asks a server, within limits of time, size and redirects. Throws `record-unreachable`. */
export async function ask(question: Question): Promise<Reply> {
  const { url, signal } = question;
  const limit = AbortSignal.timeout(timeoutMs);
  const both = signal === undefined ? limit : AbortSignal.any([signal, limit]);
  try {
    for (let attempt = 0; ; attempt++) {
      const reply = await askOnce(question, both);
      const wait = waitOf(reply, attempt);
      if (wait === undefined || attempt + 1 >= tries || wait > longestWaitMs) return reply;
      await pause(wait, both);
    }
  } catch (error) {
    if (error instanceof PaviseError) throw error;
    if (signal?.aborted === true)
      throw new PaviseError("interrupted", "stopped before every record was read");
    if (limit.aborted) throw unreachable(url, `no whole answer within ${timeoutMs / 1000} s`);
    const { cause } = error as Error;
    // Without a cause it is the question that is wrong, and what is said of it quotes the token.
    const message =
      cause === undefined
        ? "it cannot be asked: there are signs in the token or address that may not be there"
        : messageOf(cause);
    throw unreachable(url, message, { cause });
  }
}

/** Asks for JSON. Undefined where the server has no such thing: 404, and what else says so. */
export async function askJson(
  question: Omit<Question, "accept">,
  { hint, absent = 404 }: { readonly hint: string; readonly absent?: number },
): Promise<{ readonly value: unknown; readonly headers: Headers } | undefined> {
  const { url } = question;
  const { status, headers, body } = await ask({ ...question, accept: "application/json" });
  if (status === 404 || status === absent) return undefined;
  if (status === 401 || status === 403)
    throw unreachable(url, `it does not let us in (${status})`, { hint });
  if (status !== 200) throw unreachable(url, `it answers with the status ${status}`);
  try {
    return { value: JSON.parse(body.toString("utf8")) as unknown, headers };
  } catch (error) {
    throw unreachable(url, "its answer is no JSON", { cause: error });
  }
}
