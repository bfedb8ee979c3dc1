import { sendJson } from "../server/reply.ts";
import type { CacheRequest } from "../cache/cache.ts";
import type { ModelAnswer, ModelRequest } from "../surface.ts";
import { digestOf, outcomeOf, record, type Exchange } from "./exchange.ts";
import { auditFailed } from "./refusals.ts";
import { refuse, timing } from "./refuse.ts";

function keyOf(exchange: Exchange, request: ModelRequest): CacheRequest {
  const { path, query } = exchange.incoming;
  return { surface: exchange.surface.name, path: `${path}?${query}`, body: request.body };
}

/**
 * Answers from the cache; false where it has nothing. Never a stream, and nothing that the answer of a
 * conversation which the provider keeps depends on.
 */
export async function answerCached(exchange: Exchange, request: ModelRequest): Promise<boolean> {
  const { running, principal, incoming } = exchange;
  if (running.cache === undefined || principal === undefined || !isCacheable(exchange, request))
    return false;
  const found = running.cache.get(principal, keyOf(exchange, request));
  if (found === undefined) return false;
  const isWritten = await record(exchange, {
    event: "answer",
    verdict: exchange.verdict,
    status: found.status,
    digests: { answer: digestOf(found.body) },
    message: "from the cache",
  });
  if (!isWritten) {
    await refuse(exchange, auditFailed);
    return true;
  }
  outcomeOf(exchange, found.status);
  timing(exchange);
  sendJson(incoming.response, found.status, {
    bytes: found.body,
    headers: { "x-pavise-cache": "hit", ...exchange.headers },
  });
  return true;
}

function isCacheable(exchange: Exchange, request: ModelRequest): boolean {
  const { isStream, references, body } = request;
  // Under their masks two addresses look alike, and an answer has the one of its request put back.
  if ((exchange.vault?.size() ?? 0) > 0) return false;
  return !isStream && references.length === 0 && body !== undefined;
}

/** Keeps an answer that was judged. Calls of tools are judged anew each time, so they are not kept. */
export function keepAnswer(
  exchange: Exchange,
  request: ModelRequest,
  sent: { readonly answer: ModelAnswer; readonly bytes: Buffer | string },
): void {
  const { running, principal } = exchange;
  const { slots, references } = sent.answer;
  if (running.cache === undefined || principal === undefined || !isCacheable(exchange, request))
    return;
  if (references.length > 0 || slots.some(({ kind }) => kind === "tool-arguments")) return;
  running.cache.put(principal, keyOf(exchange, request), {
    status: 200,
    body: sent.bytes.toString(),
    usage: exchange.usage,
  });
}
