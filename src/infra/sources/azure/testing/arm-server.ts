// Azure Resource Manager as its documentation describes it, on this machine, for tests: lists with pages,
// errors with their codes, and the action that each call needs, told from its address alone.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { JsonObject } from "../../live/json.ts";

/** What the server has, and how it behaves. */
export interface ArmState {
  readonly resources: readonly (JsonObject & { readonly id: string })[];
  readonly subscriptions?: readonly string[];
  /** Actions that a caller has; all where nothing is said. */
  readonly allowed?: (action: string, path: string) => boolean;
  /** How many of a list stand on one page. */
  readonly pageSize?: number;
  /** Providers that the subscription has not registered. */
  readonly unregistered?: readonly string[];
  /** What is answered instead, call by call; undefined to answer as usual. */
  readonly instead?: (path: string, count: number) => ArmReply | undefined;
}

/** An answer that is not the usual one. */
export interface ArmReply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server under way. */
export interface ArmServer {
  readonly url: string;
  /** Actions that were needed, once for each call. */
  readonly actions: readonly string[];
  /** Method and address of each call. */
  readonly calls: readonly string[];
  readonly close: () => Promise<void>;
}

export const armToken = "token-of-a-test";

/** The action that a GET of an address needs: its provider, and every second word behind it. */
export function actionOf(path: string): string {
  const at = path.toLowerCase().lastIndexOf("/providers/");
  if (at < 0) return "Microsoft.Resources/subscriptions/read";
  const [provider = "", ...words] = path.slice(at + "/providers/".length).split("/");
  return [provider, ...words.filter((_, index) => index % 2 === 0), "read"].join("/");
}

function errorBody(code: string, message: string): unknown {
  return { error: { code, message } };
}

/** Whether a resource is an element of a list: a child of it, or of its type anywhere below. */
function isIn(list: string, id: string): boolean {
  const [under, provider] = split(list);
  const [over, own] = split(id);
  if (provider === undefined || own === undefined) return false;
  if (over === under)
    return own.startsWith(`${provider}/`) && !own.slice(provider.length + 1).includes("/");
  // Lists of a subscription have what lies in its groups; only of the type itself, not of its children.
  const isBelow = under.split("/").length === 3 && over.startsWith(`${under}/`);
  const words = own.split("/");
  return (
    isBelow &&
    provider.split("/").length === 2 &&
    words.length === 3 &&
    own.startsWith(`${provider}/`)
  );
}

/** What stands before the last provider, and what stands behind it. */
function split(path: string): readonly [string, string | undefined] {
  const lower = path.toLowerCase();
  const at = lower.lastIndexOf("/providers/");
  return at < 0 ? [lower, undefined] : [lower.slice(0, at), lower.slice(at + "/providers/".length)];
}

/** Starts a server on a free port of this machine. */
export async function startArm(state: ArmState): Promise<ArmServer> {
  const actions: string[] = [];
  const calls: string[] = [];
  const counts = new Map<string, number>();
  let origin = "";

  function answer(path: string, query: URLSearchParams): ArmReply {
    const action = actionOf(path);
    actions.push(action);
    if (state.allowed?.(action, path) === false)
      return {
        status: 403,
        body: errorBody(
          "AuthorizationFailed",
          `The client 'tester' does not have authorization to perform action '${action}' over scope '${path}'.`,
        ),
      };
    const provider = action.split("/")[0] ?? "";
    if (state.unregistered?.includes(provider) === true)
      return {
        status: 409,
        body: errorBody(
          "MissingSubscriptionRegistration",
          `The subscription is not registered to use namespace '${provider}'.`,
        ),
      };
    if (path === "/subscriptions") return page(subscriptions(state), { path, query });
    const single = state.resources.find(({ id }) => id.toLowerCase() === path.toLowerCase());
    if (single !== undefined) return { status: 200, body: single };
    if (/\/(?:default|policy)$/.test(path))
      return { status: 404, body: errorBody("ResourceNotFound", `${path} was not found.`) };
    return page(
      state.resources.filter(({ id }) => isIn(path, id)),
      { path, query },
    );
  }

  function page(
    all: readonly JsonObject[],
    { path, query }: { readonly path: string; readonly query: URLSearchParams },
  ): ArmReply {
    const size = state.pageSize ?? 100;
    const from = Number(query.get("$skiptoken") ?? 0);
    const next = new URLSearchParams(query);
    next.set("$skiptoken", String(from + size));
    return {
      status: 200,
      body: {
        value: all.slice(from, from + size),
        ...(from + size < all.length ? { nextLink: `${origin}${path}?${next.toString()}` } : {}),
      },
    };
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? "/", origin);
    const path = decodeURIComponent(pathname);
    calls.push(`${request.method ?? ""} ${path}`);
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    const reply =
      refused(request, searchParams) ?? state.instead?.(path, count) ?? answer(path, searchParams);
    response.writeHead(reply.status, { "content-type": "application/json", ...reply.headers });
    response.end(typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body ?? {}));
  }

  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin,
    actions,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What is wrong with a call by itself. */
function refused(
  { method, headers }: IncomingMessage,
  query: URLSearchParams,
): ArmReply | undefined {
  if (headers.authorization !== `Bearer ${armToken}`)
    return {
      status: 401,
      body: errorBody("InvalidAuthenticationToken", "The access token is invalid."),
    };
  if (method !== "GET") return { status: 405, body: errorBody("MethodNotAllowed", "Only GET.") };
  if (!/^\d{4}-\d{2}-\d{2}(?:-preview)?$/.test(query.get("api-version") ?? ""))
    return {
      status: 400,
      body: errorBody("MissingApiVersionParameter", "api-version is required."),
    };
  return undefined;
}

function subscriptions({ subscriptions: ids = [] }: ArmState): readonly JsonObject[] {
  return ids.map((subscriptionId, index) => ({
    id: `/subscriptions/${subscriptionId}`,
    subscriptionId,
    displayName: `sub-${index + 1}`,
    state: "Enabled",
    tenantId: "00000000-0000-0000-0000-00000000000a",
  }));
}
