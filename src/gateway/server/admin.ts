import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { messageOf } from "../../core/index.ts";
import type { AdminSettings } from "../config/config.ts";
import { isRefusal } from "../pipeline/refusals.ts";
import { readHead } from "./head.ts";
import { defaultListen, listen, type Listener } from "./listen.ts";
import { sendJson } from "./reply.ts";

/** What the operator may do at the second port. */
export interface AdminActions {
  readonly metrics: () => Promise<string>;
  readonly reload: () => Promise<void>;
  readonly status: () => unknown;
}

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

function say(response: ServerResponse, status: number, value: unknown): void {
  sendJson(response, status, {
    bytes: JSON.stringify(value),
    headers: { "cache-control": "no-store" },
  });
}

/** Serves metrics and actions, each of them only with the admin key. */
export function startAdmin(settings: AdminSettings, actions: AdminActions): Promise<Listener> {
  // Digests have one length, so that the comparison tells nothing about the key's.
  const known = sha256(settings.key);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const head = readHead(request);
    if (isRefusal(head)) return say(response, head.status, { error: head.message });
    const { authorization = "" } = head.headers;
    const given = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? "";
    if (!timingSafeEqual(sha256(given), known)) {
      response.setHeader("www-authenticate", "Bearer");
      return say(response, 401, { error: "The admin key is needed." });
    }
    const what = `${request.method} ${head.path}`;
    if (what === "GET /metrics") {
      const text = await actions.metrics();
      response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
      response.end(text);
      return undefined;
    }
    if (what === "GET /status") return say(response, 200, actions.status());
    if (what === "POST /reload") {
      try {
        await actions.reload();
        return say(response, 200, { status: "reloaded" });
      } catch (error) {
        return say(response, 422, { error: messageOf(error) });
      }
    }
    return say(response, 404, { error: "There is no such action." });
  }

  const { host, port } = settings;
  return listen({ ...defaultListen, host, port, connections: 100 }, (request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
}
