// What is asked of those who give out tokens. What they answer is a secret: it is never repeated.
import { messageOf, PaviseError } from "../../../../core/index.ts";
import { textOfAnswer } from "../../live/body.ts";
import { isObject, type JsonObject } from "../../live/json.ts";
import type { Token } from "../../live/token.ts";

/** One question for a token, or for something that leads to one. */
export interface TokenQuestion {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A form, or JSON; a GET where there is none. */
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: JsonObject;
}

const timeoutMs = 20_000;
const maxBytes = 1_000_000;

/** Fails in words for whoever set the credentials up. */
export function noAccess(message: string, hint?: string, cause?: unknown): PaviseError {
  return new PaviseError("service-failed", message, {
    hint:
      hint ??
      "Run `gcloud auth application-default login`, or name a key file in GOOGLE_APPLICATION_CREDENTIALS.",
    cause,
  });
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** The address of a server that may be told a secret: encrypted, or this machine. */
function secretUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== "https:" && !isLoopback(url)))
    throw noAccess(
      "the credentials name a token server that is not reached by https",
      "The file may not be yours; take a new one from who gave it.",
    );
  return url;
}

/** Asks, and gives the text of the answer. Throws `service-failed`. */
export async function askText(
  question: TokenQuestion & { readonly isOpen?: boolean },
): Promise<{ readonly text: string; readonly headers: Headers }> {
  const { form, json, isOpen } = question;
  const url = isOpen === true ? new URL(question.url) : secretUrl(question.url);
  const headers: Record<string, string> = { ...question.headers, "user-agent": "pavise" };
  if (form !== undefined) headers["content-type"] = "application/x-www-form-urlencoded";
  if (json !== undefined) headers["content-type"] = "application/json";
  const body =
    form === undefined
      ? json === undefined
        ? undefined
        : JSON.stringify(json)
      : new URLSearchParams(form).toString();
  const host = url.host;
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      headers,
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { method: "POST", body }),
    });
    text = await textOfAnswer(response, maxBytes);
  } catch (error) {
    const { cause } = error as Error;
    throw noAccess(
      `${host} cannot be asked for a token: ${messageOf(cause ?? error)}`,
      undefined,
      error,
    );
  }
  if (!response.ok) throw noAccess(`${host} gives no token (${response.status}${reasonIn(text)})`);
  return { text, headers: response.headers };
}

/** `invalid_grant` and the like: what the standard says may be shown. */
function reasonIn(text: string): string {
  const { error } = objectIn(text);
  const reason = isObject(error) ? error["status"] : error;
  return typeof reason === "string" && /^[\w. -]{1,60}$/.test(reason) ? ` ${reason}` : "";
}

function objectIn(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** Asks, and gives the object that is answered. */
export async function askObject(question: TokenQuestion): Promise<JsonObject> {
  return objectIn((await askText(question)).text);
}

/** Reads the answer of an OAuth token endpoint (RFC 6749, section 5.1). */
export function tokenOf(answer: JsonObject, host: string): Token {
  const { access_token: value, expires_in: seconds } = answer;
  if (typeof value !== "string" || value === "") throw noAccess(`${host} answers without a token`);
  return { value, ends: Date.now() + (Number(seconds) || 300) * 1000 };
}

/** Asks an OAuth token endpoint. */
export async function askToken(question: TokenQuestion): Promise<Token> {
  return tokenOf(await askObject(question), new URL(question.url).host);
}
