import type { ModelRequest } from "../surface.ts";
import { answerError, isError } from "./error-answer.ts";
import type { Exchange } from "./exchange.ts";
import { refuse } from "./refuse.ts";
import { answerStream, streamFraming } from "./stream-answer.ts";
import { answerWhole } from "./whole-answer.ts";

/** The body as the upstream gets it: the client's own bytes where they say what was judged. */
function bodyFor(exchange: Exchange, request: ModelRequest, model: string): Buffer | string | null {
  if (request.body === undefined) return null;
  if (!exchange.isChanged && model === request.model) return exchange.raw!;
  const body = request.body as Record<string, unknown>;
  return JSON.stringify(typeof body["model"] === "string" ? { ...body, model } : body);
}

const queryNames: ReadonlySet<string> = new Set([
  "after",
  "alt",
  "api-version",
  "before",
  "beta",
  "include",
  "include[]",
  "limit",
  "order",
  "starting_after",
  "stream",
]);

/** Query parameters that mean something to an upstream; a key in the query stays here. */
function upstreamQuery(params: URLSearchParams): string {
  if (params.size === 0) return "";
  const kept = [...params].filter(([name]) => queryNames.has(name));
  return new URLSearchParams(kept).toString();
}

/** Asks the model, and takes its answer on in whatever way it comes. */
export async function askModel(exchange: Exchange, request: ModelRequest): Promise<void> {
  const { running, incoming, surface, params } = exchange;
  exchange.meter.stage("upstream");
  const result = await running.upstreams.ask({
    provider: surface.provider,
    model: request.model,
    method: incoming.request.method ?? "POST",
    path: incoming.path,
    query: upstreamQuery(params),
    headers: incoming.headers,
    references: request.references.map(({ id }) => id),
    body: (model) => bodyFor(exchange, request, model),
    onCancel: (cancel) => {
      exchange.cancel = cancel;
    },
    isCancelled: () => exchange.isGone,
  });
  exchange.upstream = result.upstream;
  if (result.kind === "failed") {
    exchange.wasSent = result.wasSent;
    await refuse(exchange, result.refusal);
    return;
  }
  exchange.wasSent = true;
  const { answer } = result;
  if (isError(answer)) {
    exchange.wasSent = false;
    await answerError(exchange, answer);
    return;
  }
  const framing = request.isStream ? streamFraming({ surface, request, answer }) : undefined;
  if (framing === undefined) await answerWhole({ exchange, request, answer });
  else await answerStream({ exchange, request, answer, framing });
}
