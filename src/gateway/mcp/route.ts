import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { Pool, type Dispatcher } from "undici";
import type { AuditRecord, Lease, Principal } from "../parts.ts";
import { digestOf } from "../pipeline/exchange.ts";
import { parseJsonBytes } from "../pipeline/json.ts";
import { auditFailed, isRefusal } from "../pipeline/refusals.ts";
import type { Running } from "../pipeline/running.ts";
import { readBody } from "../server/body.ts";
import type { Route, RouteGiven } from "../server/gateway.ts";
import { sendJson } from "../server/reply.ts";
import { sseFramer } from "../stream/sse.ts";
import type { Refusal } from "../surface.ts";
import { safeLookup } from "../upstreams/addresses.ts";
import { openMemory, type McpMemory } from "./memory.ts";
import { errorMessage } from "./message.ts";
import type { Pins } from "./pins.ts";
import {
  createMcpSession,
  type McpIncident,
  type McpServerRules,
  type McpSession,
  type Passage,
} from "./session.ts";

/** A server of MCP that speaks streamable HTTP. */
export interface McpServer extends McpServerRules {
  readonly url: URL;
  /** Sent with every request: its credentials. */
  readonly headers: Readonly<Record<string, string>>;
  /** True for a server in a private network. */
  readonly isPrivate: boolean;
}

export interface McpRouteGiven {
  readonly servers: readonly McpServer[];
  readonly pins: Pins;
}

const maxBody = 4 * 1024 * 1024;
const maxAnswer = 16 * 1024 * 1024;
const maxSessions = 10_000;
/** Characters that all sessions together hold; who was quiet for longest is forgotten first. */
const maxHeld = 128 * 1024 * 1024;
const answerMs = 300_000;
const prefix = "/mcp/";

/** A client's session at one server. */
interface Held {
  readonly memory: McpMemory;
  readonly owner: string;
  /** What was counted of it last. */
  size: number;
}

/** One request of a client to one server. */
interface Call {
  readonly server: McpServer;
  readonly given: RouteGiven;
  readonly principal: Principal;
  /** Names what belongs together in the audit log. */
  readonly exchange: string;
  readonly incidents: McpIncident[];
  held: Held;
  session: McpSession;
  isBegin: boolean;
  /** True once the server has given the session a name. */
  isNamed: boolean;
}

const plainId = /^[\x21-\x7e]{1,256}$/;

function refuse(response: ServerResponse, { status, message, code }: Refusal): void {
  const bytes = JSON.stringify(errorMessage(null, message, { code }));
  sendJson(response, status, { bytes, headers: {} });
}

/**
 * Serves `/mcp/NAME` for each configured server: streamable HTTP of the Model Context Protocol, POST, GET and
 * DELETE. Every message is read, judged and written anew; a stream cannot be taken up again
 * (`Last-Event-ID`), and batches, which the protocol has given up, are refused.
 */
export function createMcpRoute(
  options: McpRouteGiven,
): Route & { readonly close: () => Promise<void> } {
  const servers = new Map(options.servers.map((server) => [server.name, server]));
  const pools = new Map<string, Pool>();
  const sessions = new Map<string, Held>();
  let total = 0;

  function poolOf({ name, url, isPrivate }: McpServer): Pool {
    let pool = pools.get(name);
    if (pool === undefined) {
      pool = new Pool(url.origin, {
        connections: 100,
        connect: { timeout: 5_000, lookup: safeLookup(isPrivate) },
        headersTimeout: answerMs,
        bodyTimeout: 0,
      });
      pools.set(name, pool);
    }
    return pool;
  }

  function open(principal: Principal): Held {
    return { memory: openMemory(), owner: ownerOf(principal), size: 0 };
  }

  /** Messages of one request, judged by the configuration of now: a session outlives it. */
  function sessionFor(
    server: McpServer,
    { running }: RouteGiven,
    call: Pick<Call, "principal" | "incidents" | "held">,
  ): McpSession {
    const parts = {
      guard: running.guard ?? passing,
      tools: running.tools ?? allowing,
      pins: options.pins,
      memory: call.held.memory,
      onIncident: (incident: McpIncident) => call.incidents.push(incident),
    };
    return createMcpSession(server, parts, call.principal);
  }

  function forget(key: string): void {
    total -= sessions.get(key)?.size ?? 0;
    sessions.delete(key);
  }

  function keep(key: string, held: Held): void {
    forget(key);
    held.size = held.memory.size();
    total += held.size;
    sessions.set(key, held);
    for (const oldest of sessions.keys()) {
      if (sessions.size <= maxSessions && total <= maxHeld) break;
      forget(oldest);
    }
  }

  const unnamed = (server: McpServer, owner: string): string => `${server.name} ${owner}`;
  const named = (server: McpServer, id: string): string => `${server.name} id ${id}`;

  /** What is remembered of the session that a request names; without a name, of its owner at this server. */
  function heldFor(server: McpServer, given: RouteGiven, principal: Principal): Held | Refusal {
    const id = given.head.headers["mcp-session-id"];
    const owner = ownerOf(principal);
    if (id === undefined) {
      const key = unnamed(server, owner);
      const held = sessions.get(key) ?? open(principal);
      keep(key, held);
      return held;
    }
    const held = plainId.test(id) ? sessions.get(named(server, id)) : undefined;
    // 404 is what the protocol says for a session that is over: the client begins anew. Somebody else's
    // session looks the same as none.
    if (held === undefined || held.owner !== owner)
      return { status: 404, code: "session_unknown", message: "There is no such session." };
    return held;
  }

  /** Keeps what the request has left for the next one. */
  function keepHeld({ server, given, held, isNamed, isBegin }: Call): void {
    const id = given.head.headers["mcp-session-id"];
    const key = id === undefined ? unnamed(server, held.owner) : named(server, id);
    // What was ended, forgotten or begun anew meanwhile stays so.
    if (sessions.get(key) === held || (isBegin && !isNamed)) keep(key, held);
  }

  async function record(call: Call, extra: Partial<AuditRecord> = {}): Promise<boolean> {
    const { running } = call.given;
    const incidents = call.incidents.splice(0);
    if (running.audit === undefined) return true;
    const { key, tenant, session } = call.principal;
    const common = {
      time: new Date().toISOString(),
      exchange: call.exchange,
      principal: { key, tenant, session },
      surface: "mcp",
      upstream: call.server.name,
    };
    try {
      for (const { method, tool, verdict, detections, message } of incidents)
        await running.audit.append({
          ...common,
          event: "incident",
          verdict,
          detections,
          message: `${method}${tool === undefined ? "" : ` ${tool}`}: ${message}`,
        });
      if (extra.event !== undefined)
        await running.audit.append({ ...common, event: extra.event, ...extra });
      return true;
    } catch (error) {
      running.log({
        level: "error",
        message: "the audit log cannot be written",
        error: String(error),
      });
      return false;
    }
  }

  function headersFor(call: Call, method: string): Record<string, string> {
    const { headers } = call.given.head;
    const passed: Record<string, string> = {
      accept: method === "GET" ? "text/event-stream" : "application/json, text/event-stream",
      ...call.server.headers,
    };
    if (method === "POST") passed["content-type"] = "application/json";
    for (const name of ["mcp-session-id", "mcp-protocol-version", "traceparent"]) {
      const value = headers[name];
      if (value !== undefined && plainId.test(value)) passed[name] = value;
    }
    return passed;
  }

  async function ask(call: Call, method: "POST" | "GET" | "DELETE", body?: unknown) {
    const { server, given } = call;
    const abort = new AbortController();
    given.response.on("close", () => abort.abort());
    return poolOf(server).request({
      method,
      path: server.url.pathname + server.url.search,
      headers: headersFor(call, method),
      body: body === undefined ? null : JSON.stringify(body),
      signal: abort.signal,
    });
  }

  /** What the gateway answers in the client's name, since the client is not asked. */
  async function answerServer(call: Call, message: object): Promise<void> {
    try {
      const { body } = await ask(call, "POST", message);
      await body.dump();
    } catch (error) {
      call.given.running.log({
        level: "warning",
        message: "mcp: not answered",
        error: String(error),
      });
    }
  }

  /** A server's message as the client may have it; undefined for none. */
  function passed(call: Call, passage: Passage): unknown {
    if (passage.kind === "pass") return passage.message;
    if (passage.kind === "answer") void answerServer(call, passage.message);
    return undefined;
  }

  async function relayJson(call: Call, answer: Dispatcher.ResponseData): Promise<void> {
    const { response } = call.given;
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of answer.body as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxAnswer) break;
      chunks.push(chunk);
    }
    const parsed = length > maxAnswer ? undefined : parseJsonBytes(Buffer.concat(chunks));
    const passage: Passage =
      parsed === undefined || !("value" in parsed)
        ? { kind: "drop" }
        : call.session.down(parsed.value);
    const message = passed(call, passage);
    const refusal = errorMessage(null, "The server's answer is no message that may pass.");
    const bytes = JSON.stringify(message ?? refusal);
    // A status of its own says enough without its words: no stream (405), no session (404), no access.
    const isTold = answer.statusCode >= 400;
    const status = message === undefined && !isTold ? 502 : answer.statusCode;
    if (!(await record(call, answered(status, bytes)))) {
      refuse(response, auditFailed);
      return;
    }
    sendJson(response, status, { bytes, headers: sessionHeader(answer) });
  }

  async function relayEvents(call: Call, answer: Dispatcher.ResponseData): Promise<void> {
    const { response } = call.given;
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
      ...sessionHeader(answer),
    });
    response.flushHeaders();
    const framer = sseFramer(maxAnswer);
    for await (const chunk of answer.body as AsyncIterable<Buffer>) {
      for (const frame of framer.push(chunk)) {
        if (frame.kind === "comment") response.write(":\n\n");
        if (frame.kind === "broken") {
          response.end();
          answer.body.destroy();
          return;
        }
        if (frame.kind !== "event") continue;
        const parsed = parseJsonBytes(Buffer.from(frame.text));
        if (!("value" in parsed)) continue;
        const message = passed(call, call.session.down(parsed.value));
        const bytes = JSON.stringify(message ?? "");
        const extra = message === undefined ? {} : answered(200, bytes);
        if (!(await record(call, extra))) {
          response.destroy();
          answer.body.destroy();
          return;
        }
        if (message === undefined) continue;
        if (!response.write(`event: message\ndata: ${bytes}\n\n`))
          await new Promise((resolve) => {
            response.once("drain", resolve);
            response.once("close", resolve);
          });
        if (response.destroyed) return;
      }
    }
    response.end();
  }

  async function relay(call: Call, answer: Dispatcher.ResponseData): Promise<void> {
    const { response } = call.given;
    const id = answer.headers["mcp-session-id"];
    if (typeof id === "string" && plainId.test(id)) {
      const key = named(call.server, id);
      const taken = sessions.get(key);
      // A server that hands out an id twice would let one client into another's session.
      if (taken !== undefined && taken.owner !== call.held.owner) {
        answer.body.destroy();
        refuse(response, { status: 502, code: "session_taken", message: "The session is taken." });
        return;
      }
      const isEnd = call.given.request.method === "DELETE";
      if (!isEnd && (taken !== undefined || call.isBegin)) keep(key, call.held);
      call.isNamed = true;
    }
    const asked = call.given.head.headers["mcp-session-id"];
    if (call.given.request.method === "DELETE" && answer.statusCode < 300 && asked !== undefined)
      forget(named(call.server, asked));
    const type = String(answer.headers["content-type"] ?? "");
    if (type.startsWith("text/event-stream")) return relayEvents(call, answer);
    if (type.startsWith("application/json")) return relayJson(call, answer);
    await answer.body.dump();
    await record(call);
    // 202 for what wants no answer; what has another type is not read by anybody.
    const status = answer.statusCode >= 400 ? answer.statusCode : 202;
    response.writeHead(status, { "content-length": 0, ...sessionHeader(answer) }).end();
  }

  async function post(call: Call): Promise<void> {
    const { request, response } = call.given;
    const body = await readBody(request, maxBody);
    if (body === "gone") return;
    if (isRefusal(body)) {
      refuse(response, body);
      return;
    }
    const parsed = parseJsonBytes(body);
    if (!("value" in parsed) || Array.isArray(parsed.value)) {
      const message = "The body is no single message of JSON-RPC 2.0.";
      refuse(response, { status: 400, code: "bad_request", message });
      return;
    }
    if (methodOf(parsed.value) === "initialize") {
      call.isBegin = true;
      call.held = open(call.principal);
      call.session = sessionFor(call.server, call.given, call);
    }
    const passage = await call.session.up(parsed.value);
    const digests = { request: digestOf(body) };
    if (!(await record(call, { event: "request", message: toldOf(parsed.value), digests }))) {
      refuse(response, auditFailed);
      return;
    }
    if (passage.kind === "pass") await relay(call, await ask(call, "POST", passage.message));
    else if (passage.kind === "drop") response.writeHead(202, { "content-length": 0 }).end();
    else sendJson(response, 200, { bytes: JSON.stringify(passage.message), headers: {} });
  }

  async function serve(given: RouteGiven): Promise<void> {
    const { running, request, response, head, address } = given;
    const server = servers.get(head.path.slice(prefix.length));
    if (server === undefined) {
      refuse(response, { status: 404, code: "not_found", message: "There is no such server." });
      return;
    }
    const query = new URLSearchParams(head.query);
    const principal = running.identity.authenticate({ headers: head.headers, query, address });
    if (isRefusal(principal)) {
      refuse(response, principal);
      return;
    }
    if (!principal.scopes.includes("mcp")) {
      const message = "This key is not for servers of MCP (scope mcp).";
      refuse(response, { status: 403, code: "scope_missing", message });
      return;
    }
    const admission = await running.limiter?.arrive(principal);
    if (admission?.kind === "refused") {
      for (const [name, value] of Object.entries(admission.headers))
        response.setHeader(name, value);
      refuse(response, admission.refusal);
      return;
    }
    try {
      const held = heldFor(server, given, principal);
      if (isRefusal(held)) {
        refuse(response, held);
        return;
      }
      const begun = { principal, incidents: [], held };
      const session = sessionFor(server, given, begun);
      const exchange = randomUUID();
      const call: Call = {
        server,
        given,
        session,
        exchange,
        isBegin: false,
        isNamed: false,
        ...begun,
      };
      response.setHeader("x-pavise-exchange", exchange);
      try {
        if (request.method === "POST") await post(call);
        else if (request.method === "GET") await relay(call, await ask(call, "GET"));
        else await relay(call, await ask(call, "DELETE"));
      } finally {
        keepHeld(call);
      }
    } finally {
      await release(admission?.lease);
    }
  }

  return {
    matches: (method, path) =>
      path.startsWith(prefix) && (method === "POST" || method === "GET" || method === "DELETE"),
    handle: (given) => {
      serve(given).catch((error: unknown) => {
        given.running.log({
          level: "error",
          message: "mcp: the server cannot be asked",
          error: String(error),
        });
        if (given.response.headersSent) given.response.destroy();
        else {
          const message = "The server of MCP cannot be reached, or broke off.";
          refuse(given.response, { status: 502, code: "upstream_failed", message });
        }
      });
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

async function release(lease: Lease | undefined): Promise<void> {
  await lease?.release();
}

function ownerOf({ key, user, session }: Principal): string {
  return JSON.stringify([key, user ?? null, session]);
}

function methodOf(message: unknown): string {
  const method =
    typeof message === "object" && message !== null && "method" in message
      ? message.method
      : undefined;
  return typeof method === "string" ? method.slice(0, 100) : "answer";
}

/** For the audit log: the method, and the tool that is called. */
function toldOf(message: unknown): string {
  const params =
    typeof message === "object" && message !== null && "params" in message
      ? message.params
      : undefined;
  const name =
    typeof params === "object" && params !== null && "name" in params ? params.name : undefined;
  return typeof name === "string" ? `${methodOf(message)} ${name}` : methodOf(message);
}

function answered(status: number, bytes: string): Partial<AuditRecord> {
  return { event: "answer", status, digests: { answer: digestOf(bytes) } };
}

function sessionHeader(answer: Dispatcher.ResponseData): Record<string, string> {
  const id = answer.headers["mcp-session-id"];
  return typeof id === "string" && plainId.test(id) ? { "mcp-session-id": id } : {};
}

const nothing = { verdict: "allow", detections: [], edits: [] } as const;
const passing = {
  input: () => nothing,
  output: () => nothing,
  stream: () => {
    throw new Error("MCP has whole messages only");
  },
};
const allowing = {
  judgeTools: () => ({ refused: [] }),
  judgeCall: async () => ({ verdict: "allow", rule: "", message: "" }) as const,
};
