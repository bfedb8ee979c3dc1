// One call of Azure Resource Manager: sent within the limits of the pace, tried again where that helps, and
// answered with what it means for an audit. A refusal is an answer of its own: it is never "nothing".
import { messageOf, PaviseError } from "../../../core/index.ts";
import { textOfAnswer } from "../live/body.ts";
import { foreignJson, isObject, textIn, type Json, type JsonObject } from "../live/json.ts";
import type { Attempt, Pace } from "../live/pace.ts";
import type { TokenSource } from "../live/token.ts";

/** A call that reads: where it goes, and the action that a role must have for it. */
export interface Call {
  /** Below the address of Resource Manager: `/subscriptions/…/providers/…`. */
  readonly path: string;
  /** The `api-version` whose answers are understood. */
  readonly version: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly action: string;
}

/** What a call came to. */
export type Answer =
  | { readonly kind: "told"; readonly value: JsonObject }
  /** The service says that there is nothing. */
  | { readonly kind: "absent" }
  /** We were not let in, or the call failed; `missing` says which action and how. */
  | { readonly kind: "unread"; readonly missing: string };

/** Calls Resource Manager. */
export interface Client {
  readonly call: (call: Call) => Promise<Answer>;
  /** All elements of a list, page by page to the end. */
  readonly list: (call: Call) => AsyncGenerator<Page>;
}

/** A page of a list, or why there are no more. */
export type Page =
  | { readonly kind: "page"; readonly items: readonly Json[] }
  | Exclude<Answer, { kind: "told" }>;

/** What a client needs. */
export interface ClientOptions {
  readonly tokens: TokenSource;
  readonly manager: string;
  readonly pace: Pace;
  /** Told of every call that is made, once each, not of the tries. */
  readonly onCall?: (call: Call) => void;
}

const maxAnswer = 64 * 1024 * 1024;
const maxPages = 20_000;

// A provider that nobody has registered has made nothing; a kind of resource that does not have the part
// asked for has none of it. https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
const absent =
  /^(?:MissingSubscriptionRegistration|SubscriptionNotRegistered|ResourceNotFound|ParentResourceNotFound|ResourceGroupNotFound|FeatureNotSupportedForAccount|ResourceTypeNotSupported|NotSupportedForKind)$/;

/** Makes a client. */
export function createClient(options: ClientOptions): Client {
  const { tokens, manager, pace, onCall } = options;

  async function attempt(
    url: string,
    { action, tried }: { readonly action: string; readonly tried: { count: number } },
  ): Promise<Attempt<Answer>> {
    const unread = (how: string): Answer => ({ kind: "unread", missing: `${action} (${how})` });
    const limit = AbortSignal.timeout(pace.timeoutMs);
    let response: Response;
    let text: string;
    try {
      response = await fetch(url, {
        headers: { authorization: `Bearer ${await tokens.current()}`, "user-agent": "pavise" },
        redirect: "manual",
        signal: pace.signal === undefined ? limit : AbortSignal.any([pace.signal, limit]),
      });
      text = await textOfAnswer(response, maxAnswer);
    } catch (error) {
      pace.signal?.throwIfAborted();
      if (error instanceof PaviseError) throw error;
      return { kind: "again", value: unread(networkError(error)), isThrottled: false };
    }
    const { status, headers } = response;
    const value = jsonOf(text);
    if (status === 204) return { kind: "done", value: { kind: "absent" } };
    if (status >= 200 && status < 300) {
      if (value !== undefined) return { kind: "done", value: { kind: "told", value } };
      const broken = unread("an answer that is no JSON object");
      return { kind: "again", value: broken, isThrottled: false };
    }
    const code = codeOf(value);
    if (absent.test(code)) return { kind: "done", value: { kind: "absent" } };
    const how = `${status}${code === "" ? "" : ` ${code}`}`;
    tried.count++;
    if (status === 401 && tried.count === 1) {
      tokens.expire();
      return { kind: "again", value: unread(how), isThrottled: false, waitMs: 0 };
    }
    if (status === 408 || status === 429 || (status >= 500 && status !== 501))
      return {
        kind: "again",
        value: unread(how),
        isThrottled: status === 429,
        ...waitOf(headers),
      };
    return { kind: "done", value: unread(how) };
  }

  function ask(url: string, { action, path }: Call): Promise<Answer> {
    const tried = { count: 0 };
    // Resource Manager limits the reads of a subscription.
    const key = /^\/subscriptions\/[^/]+/.exec(path)?.[0] ?? "tenant";
    return pace.run(key, () => attempt(url, { action, tried }));
  }

  function urlOf({ path, version, query }: Call): string {
    const asked = new URLSearchParams({ ...query, "api-version": version });
    return `${manager}${path}?${asked.toString()}`;
  }

  async function* list(call: Call): AsyncGenerator<Page> {
    onCall?.(call);
    const { origin } = new URL(manager);
    const seen = new Set<string>();
    let next: string | undefined = urlOf(call);
    while (next !== undefined) {
      seen.add(next);
      const answer: Answer = await ask(next, call);
      if (answer.kind !== "told") {
        yield answer;
        return;
      }
      const { value } = answer;
      const items = value["value"];
      if (!Array.isArray(items)) {
        yield { kind: "unread", missing: `${call.action} (an answer without a list)` };
        return;
      }
      yield { kind: "page", items: items as readonly Json[] };
      const link: string | undefined = textIn(value["nextLink"]);
      if (link === undefined) return;
      const why = whyNot(link, { origin, seen });
      if (why !== undefined) {
        yield { kind: "unread", missing: `${call.action} (${why})` };
        return;
      }
      next = link;
    }
  }

  return {
    call: (call) => {
      onCall?.(call);
      return ask(urlOf(call), call);
    },
    list,
  };
}

/** The token goes along: a next page is asked for only where the first one was. */
function whyNot(
  link: string,
  { origin, seen }: { readonly origin: string; readonly seen: ReadonlySet<string> },
): string | undefined {
  if (!URL.canParse(link) || new URL(link).origin !== origin) return "a next page at another host";
  if (seen.has(link)) return "the same page again and again";
  return seen.size >= maxPages ? `more than ${maxPages} pages` : undefined;
}

function waitOf(headers: Headers): { readonly waitMs?: number } {
  const text = headers.get("retry-after");
  if (text === null) return {};
  const seconds = Number(text);
  const waitMs = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - Date.now();
  return waitMs >= 0 ? { waitMs } : {};
}

function networkError(error: unknown): string {
  const { cause, name } = error as Error;
  if (name === "TimeoutError") return "no answer in time";
  const code = (cause as { readonly code?: string } | undefined)?.code;
  return code ?? messageOf(cause ?? error);
}

function jsonOf(text: string): JsonObject | undefined {
  const value = foreignJson(text);
  return isObject(value) ? value : undefined;
}

/** `AuthorizationFailed`; some services have it without the `error` around it. */
function codeOf(value: JsonObject | undefined): string {
  const error = isObject(value?.["error"]) ? value["error"] : value;
  const code = textIn(error?.["code"]) ?? textIn(error?.["Code"]) ?? "";
  return /^[\w.-]{1,80}$/.test(code) ? code : "";
}
