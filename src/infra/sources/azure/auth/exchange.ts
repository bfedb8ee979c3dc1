// What is asked of those who give out tokens. What they answer is a secret: it is never repeated.
import { messageOf, PaviseError } from "../../../../core/index.ts";
import { textOfAnswer } from "../../live/body.ts";
import { isObject, textIn, type JsonObject } from "../../live/json.ts";
import type { Token } from "../../live/token.ts";

/** One question for a token: a form, or a GET where there is none. */
export interface TokenQuestion {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

const usualTimeoutMs = 20_000;
const maxBytes = 1_000_000;

/** Fails in words for whoever set the credentials up. */
export function noAccess(
  message: string,
  { hint, cause }: { readonly hint?: string; readonly cause?: unknown } = {},
): PaviseError {
  return new PaviseError("service-failed", message, {
    hint:
      hint ??
      "Run `az login`, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, AZURE_CLIENT_CERTIFICATE_PATH or AZURE_FEDERATED_TOKEN_FILE.",
    cause,
  });
}

function objectIn(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** `invalid_client AADSTS7000215` and the like: what the standard says may be shown. */
function reasonIn(text: string): string {
  const answer = objectIn(text);
  const word = textIn(answer["error"]) ?? "";
  const code = /^AADSTS\d{1,9}/.exec(textIn(answer["error_description"]) ?? "")?.[0];
  const shown = [/^[\w. -]{1,60}$/.test(word) ? word : "", code ?? ""].filter((each) => each);
  return shown.length === 0 ? "" : ` ${shown.join(" ")}`;
}

/** Asks for a token. Throws `service-failed`. */
export async function askToken(question: TokenQuestion): Promise<Token> {
  const { url, headers, form, timeoutMs = usualTimeoutMs } = question;
  const { host } = new URL(url);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      headers: { ...headers, "user-agent": "pavise" },
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
      ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
    });
    text = await textOfAnswer(response, maxBytes);
  } catch (error) {
    const { cause } = error as Error;
    throw noAccess(`${host} cannot be asked for a token: ${messageOf(cause ?? error)}`, {
      cause: error,
    });
  }
  if (!response.ok) throw noAccess(`${host} gives no token (${response.status}${reasonIn(text)})`);
  return tokenOf(objectIn(text), host);
}

/** `expires_on` is seconds since 1970 as number or text; `expires_in` seconds from now. */
function tokenOf(answer: JsonObject, host: string): Token {
  const value = textIn(answer["access_token"]);
  if (value === undefined) throw noAccess(`${host} answers without a token`);
  const on = Number(answer["expires_on"]);
  if (Number.isFinite(on) && on > 0) return { value, ends: on * 1000 };
  return { value, ends: Date.now() + (Number(answer["expires_in"]) || 300) * 1000 };
}
