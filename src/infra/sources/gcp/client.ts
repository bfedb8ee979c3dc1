// One call of a REST API of Google Cloud, and what came of it. Only GET, and POST for the methods
// that read (`:getIamPolicy`, `:getAncestry`).
import { messageOf, PaviseError } from "../../../core/index.ts";
import { textOfAnswer } from "../live/body.ts";
import { foreignJson, isObject, objectsOf, textIn, type JsonObject } from "../live/json.ts";
import type { Attempt, Pace } from "../live/pace.ts";
import type { Access } from "./auth/find.ts";
import { baseOf, services, type Endpoints, type ServiceName } from "./services.ts";
import { filled, pathOf, type Call, type Where } from "./table.ts";

/** What came of a call. */
export type Reply =
  | { readonly kind: "told"; readonly value: JsonObject }
  /** There is no such thing, or the service does not have it there. */
  | { readonly kind: "absent" }
  /** The API is not enabled in the project: there is nothing of its kind. */
  | { readonly kind: "off" }
  | { readonly kind: "unread"; readonly missing: string };

/** Makes calls. */
export interface Client {
  readonly ask: (call: Call, where: Where, query?: Query) => Promise<Reply>;
}

/** Parameters of a call; nothing is sent for those that are undefined. */
export type Query = Readonly<Record<string, string | number | undefined>>;

const maxBytes = 64 * 1024 * 1024;

function parsed(text: string): JsonObject | undefined {
  const value = foreignJson(text);
  return isObject(value) ? value : undefined;
}

/** What an error of Google's APIs says, in either of their two forms. */
function errorIn(body: JsonObject | undefined): {
  readonly status?: string;
  readonly reasons: readonly string[];
  readonly consumer?: string;
} {
  const error = body?.["error"];
  if (!isObject(error)) return { reasons: [] };
  const status = textIn(error["status"]);
  const details = objectsOf(error["details"]);
  const reasons = [...details, ...objectsOf(error["errors"])].flatMap(
    ({ reason }) => textIn(reason) ?? [],
  );
  const metadata = details.map(({ metadata }) => metadata).find(isObject);
  const consumer = textIn(metadata?.["consumer"]);
  return {
    ...(status === undefined ? {} : { status }),
    reasons,
    ...(consumer === undefined ? {} : { consumer }),
  };
}

function isOff(reasons: readonly string[]): boolean {
  return reasons.some(
    (reason) => reason === "SERVICE_DISABLED" || reason === "accessNotConfigured",
  );
}

/** What an answer that is no answer comes to. */
function refusal(call: Call, where: Where, said: { status: number; body?: JsonObject }): Reply {
  const { status, reasons, consumer } = errorIn(said.body);
  const { permission, service } = call;
  const shown = reasons.find((reason) => /^[A-Z][A-Z0-9_]{2,60}$/.test(reason)) ?? status ?? "";
  const unread = (why: string): Reply => ({ kind: "unread", missing: `${permission} (${why})` });
  if (said.status === 403 && isOff(reasons)) {
    const payer = consumer?.replace(/^projects\//, "");
    const isOwn = payer === undefined || payer === where["project"] || payer === where["number"];
    if (!isOwn)
      return unread(
        `${service} is not enabled in ${payer}, which our calls are counted for; GOOGLE_CLOUD_QUOTA_PROJECT names another`,
      );
    return services[service].isEmptyWhenOff ? { kind: "off" } : unread(`${service} is not enabled`);
  }
  if (said.status === 404 || said.status === 501) return { kind: "absent" };
  return unread(`${said.status} ${shown}`.trim());
}

function waitOf(response: Response): { readonly waitMs?: number } {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? { waitMs: seconds * 1000 } : {};
}

interface Question {
  readonly call: Call;
  readonly where: Where;
  readonly query: Query;
  /** Holds the call once its token was refused. */
  readonly renewed: Set<Call>;
}

function notAccepted({ from }: Access): PaviseError {
  return new PaviseError("service-failed", "Google Cloud does not accept our token (401)", {
    hint: `The credentials are from ${from}: look whether they are still good.`,
  });
}

/** Makes the calls of a reading, all within one pace. */
export function createClient({
  access,
  pace,
  endpoints,
  onCall,
}: {
  readonly access: Access;
  readonly pace: Pace;
  readonly endpoints: Endpoints;
  /** Told of every call, tries of the same one included. */
  readonly onCall?: (call: Call) => void;
}): Client {
  async function attempt({ call, where, query, renewed }: Question): Promise<Attempt<Reply>> {
    onCall?.(call);
    const url = urlOf(call, where, { query, endpoints });
    const token = await access.token.current();
    const headers: Record<string, string> = {
      authorization: `Bearer ${token}`,
      accept: "application/json",
      "user-agent": "pavise",
    };
    if (access.quotaProject !== undefined) headers["x-goog-user-project"] = access.quotaProject;
    const sent = call.body === undefined ? {} : { method: "POST", body: JSON.stringify(call.body) };
    if (call.body !== undefined) headers["content-type"] = "application/json";
    const limit = AbortSignal.timeout(pace.timeoutMs);
    const signal = pace.signal === undefined ? limit : AbortSignal.any([pace.signal, limit]);
    const unread = (why: string): Reply => ({
      kind: "unread",
      missing: `${call.permission} (${why})`,
    });
    try {
      const response = await fetch(url, { ...sent, headers, signal, redirect: "error" });
      const body = parsed(await textOfAnswer(response, maxBytes));
      const { status } = response;
      if (response.ok) {
        // A page of a proxy that wants to be logged in to is no list without anything in it.
        if (body === undefined) return { kind: "done", value: unread("its answer is no JSON") };
        if (isObject(body["error"]))
          return { kind: "done", value: unread("an error under a status that says it is well") };
        return { kind: "done", value: { kind: "told", value: body } };
      }
      // A token that ended meanwhile is renewed once; one that is no good is nobody's.
      if (status === 401 && renewed.has(call)) throw notAccepted(access);
      if (status === 401) {
        access.token.expire();
        renewed.add(call);
      }
      const { reasons } = errorIn(body);
      const isThrottled =
        status === 429 ||
        reasons.some((reason) =>
          /^(?:rateLimitExceeded|RATE_LIMIT_EXCEEDED|userRateLimitExceeded)$/.test(reason),
        );
      const value = refusal(call, where, { status, ...(body === undefined ? {} : { body }) });
      if (isThrottled || status === 401 || status === 408 || (status >= 500 && status !== 501))
        return { kind: "again", value, isThrottled, ...waitOf(response) };
      return { kind: "done", value };
    } catch (error) {
      pace.signal?.throwIfAborted();
      if (error instanceof PaviseError) throw error;
      const why = limit.aborted ? "no answer in time" : messageOf((error as Error).cause ?? error);
      return { kind: "again", value: unread(why), isThrottled: false };
    }
  }

  return {
    ask: (call, where, query = {}) => {
      const question = { call, where, query, renewed: new Set<Call>() };
      return pace.run(`${call.service}/${where["location"] ?? ""}`, () => attempt(question));
    },
  };
}

function urlOf(
  call: Call,
  where: Where,
  { query, endpoints }: { readonly query: Query; readonly endpoints: Endpoints },
): URL {
  const service: ServiceName = call.service;
  const location = where["location"];
  const base = baseOf(service, { ...(location === undefined ? {} : { location }), endpoints });
  const url = new URL(`${base}/${pathOf(call.path, where)}`);
  for (const [name, value] of Object.entries({ ...call.query, ...query }))
    if (value !== undefined) url.searchParams.set(name, filled(String(value), where));
  return url;
}
