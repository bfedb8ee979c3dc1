import { guardEndpoint } from "../../guard/http/index.ts";
import { isRefusal } from "../pipeline/refusals.ts";
import type { Route, RouteGiven } from "./gateway.ts";
import { sendJson } from "./reply.ts";
import type { Refusal } from "../surface.ts";

function say({ response }: RouteGiven, { status, code, message }: Refusal): void {
  sendJson(response, status, { bytes: JSON.stringify({ error: { code, message } }), headers: {} });
}

async function answer(given: RouteGiven): Promise<void> {
  const { running, request, response, head, address } = given;
  const { guard, identity, limiter, limits } = running;
  const { headers, query } = head;
  const found = identity.authenticate({ headers, query: new URLSearchParams(query), address });
  if (isRefusal(found)) return say(given, found);
  if (guard === undefined)
    return say(given, { status: 404, code: "guards_off", message: "The guards are switched off." });
  if (limiter === undefined)
    return guardEndpoint({ guard, bodyBytes: limits.bodyBytes })(request, response);
  const admission = await limiter.arrive(found);
  if (admission.kind === "refused") return say(given, admission.refusal);
  try {
    await guardEndpoint({ guard, bodyBytes: limits.bodyBytes })(request, response);
  } finally {
    await admission.lease.release();
  }
  return undefined;
}

/** `POST /v1/guard`: the gateway's guards for programs that call no model through it. */
export const guardRoute: Route = {
  matches: (_method, path) => path === "/v1/guard",
  handle: (given) => {
    answer(given).catch(() => given.response.destroy());
  },
};
