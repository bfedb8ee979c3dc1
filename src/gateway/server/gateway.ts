import type { IncomingMessage, ServerResponse } from "node:http";
import { runExchange } from "../pipeline/run.ts";
import { isRefusal } from "../pipeline/refusals.ts";
import type { Running } from "../pipeline/running.ts";
import type { Refusal, Surface } from "../surface.ts";
import { unguardedPath } from "../surfaces/index.ts";
import { clientAddress, readProxies } from "./client-address.ts";
import { readHead, type Head } from "./head.ts";
import { listen, type Listener, type ListenSettings } from "./listen.ts";
import { refuseStrangers } from "./open-access.ts";
import { sendJson } from "./reply.ts";

/** Something beside the surfaces that answers under the gateway's address: MCP, `/v1/guard`. */
export interface Route {
  readonly matches: (method: string, path: string) => boolean;
  readonly handle: (given: RouteGiven) => void;
}

export interface RouteGiven {
  readonly running: Running;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly head: Head;
  readonly address: string;
}

/** A gateway that serves. */
export interface Gateway {
  readonly listener: Listener;
  readonly running: () => Running;
  /** Requests that begin from now on go by this; resolves once those of before have ended. */
  readonly replace: (running: Running) => Promise<void>;
  readonly isReady: () => boolean;
  readonly drain: (graceMs: number) => Promise<void>;
}

export interface GatewayGiven {
  readonly running: Running;
  readonly listen: ListenSettings;
  readonly routes?: readonly Route[];
}

const nothingThere: Refusal = {
  status: 404,
  code: "not_found",
  message: "No protocol of models has this method and path.",
};

/** Says of a part of a provider's API that it is one, and why nobody gets through to it. */
function unguarded(path: string): Refusal {
  const part = unguardedPath(path);
  if (part === undefined) return nothingThere;
  const message = `Nothing is guarded at this path (${part.name}: ${part.why}), so that it is closed.`;
  return { status: 403, code: "path_refused", message };
}

/** Said where it is not known which protocol a client speaks: in the words of most. */
function sayPlainly(response: ServerResponse, { status, code, message }: Refusal): void {
  response.shouldKeepAlive = false;
  const error = { message, type: "invalid_request_error", param: null, code };
  sendJson(response, status, { bytes: JSON.stringify({ error }), headers: {} });
}

/** Counts exchanges that run. */
function createCount() {
  let count = 0;
  let tell: (() => void) | undefined;
  return {
    up: () => {
      count++;
    },
    down: () => {
      count--;
      if (count === 0) tell?.();
    },
    none: (): Promise<void> =>
      new Promise((resolve) => {
        tell = resolve;
        if (count === 0) resolve();
      }),
  };
}

/** Starts to serve. */
export async function startGateway(given: GatewayGiven): Promise<Gateway> {
  let { running } = given;
  let isReady = true;
  let begun = createCount();
  const routes = given.routes ?? [];
  const { trustedProxies } = given.listen;
  const listed = trustedProxies.length === 0 ? undefined : readProxies(trustedProxies);
  // What is no network was told when the configuration was read.
  const proxies = listed === undefined || "problem" in listed ? undefined : listed;

  /** Surfaces by method and path, since the same few are asked for again and again. */
  const found = new Map<string, Surface | undefined>();

  function surfaceFor(current: Running, method: string, path: string): Surface | undefined {
    const key = `${method} ${path}`;
    if (found.has(key)) return found.get(key);
    const surface = current.surfaces.find((each) => each.matches(method, path));
    // Paths are the client's to choose.
    if (found.size >= 1000) found.clear();
    found.set(key, surface);
    return surface;
  }

  function health(path: string, response: ServerResponse): boolean {
    if (path !== "/healthz" && path !== "/readyz") return false;
    const isWell = path === "/healthz" || isReady;
    const bytes = JSON.stringify({ status: isWell ? "ok" : "draining" });
    sendJson(response, isWell ? 200 : 503, { bytes, headers: { "cache-control": "no-store" } });
    return true;
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const current = running;
    const { method = "" } = request;
    const head = readHead(request);
    if (isRefusal(head)) {
      sayPlainly(response, head);
      return;
    }
    const { path, headers } = head;
    if (method === "GET" && health(path, response)) return;
    const stranger = current.isOpen ? refuseStrangers(headers) : undefined;
    if (stranger !== undefined) {
      sayPlainly(response, stranger);
      return;
    }
    const peer = request.socket.remoteAddress ?? "";
    const address = clientAddress(peer, headers["x-forwarded-for"], proxies);
    const surface = surfaceFor(current, method, path);
    if (surface !== undefined) {
      const count = begun;
      count.up();
      void runExchange(current, { request, response, address, ...head }, surface).finally(
        count.down,
      );
      return;
    }
    const route = routes.find((each) => each.matches(method, path));
    if (route === undefined) sayPlainly(response, unguarded(path));
    else route.handle({ running: current, request, response, head, address });
  }

  const listener = await listen(given.listen, handle);
  return {
    listener,
    running: () => running,
    replace: (next) => {
      const before = begun;
      running = next;
      begun = createCount();
      return before.none();
    },
    isReady: () => isReady,
    drain: async (graceMs) => {
      isReady = false;
      await listener.drain(graceMs);
    },
  };
}
