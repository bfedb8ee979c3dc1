import { setTimeout as sleep } from "node:timers/promises";
import { readBody, unpack } from "../server/body.ts";
import type { Admission } from "../parts.ts";
import type { ModelRequest, Refusal, Surface } from "../surface.ts";
import { answerError, isError } from "./error-answer.ts";
import {
  beginExchange,
  digestOf,
  record,
  settleLeases,
  type Exchange,
  type Incoming,
} from "./exchange.ts";
import {
  estimateInput,
  foreignReference,
  guardInput,
  judgeInput,
  refusedTools,
  tooLarge,
  unreadable,
} from "./input.ts";
import { parseJsonBytes } from "./json.ts";
import { auditFailed, badRequest, internalFault, isRefusal } from "./refusals.ts";
import { refuse } from "./refuse.ts";
import { foldedKey } from "./folded-keys.ts";
import type { Running } from "./running.ts";
import { answerStream, streamFraming } from "./stream-answer.ts";
import { answerWhole } from "./whole-answer.ts";

/** Takes what a limiter says; a refusal, or undefined where the request may go on. */
async function admit(exchange: Exchange, admission: Admission): Promise<Refusal | undefined> {
  Object.assign(exchange.headers, admission.headers);
  if (admission.kind === "refused") return admission.refusal;
  exchange.leases.push(admission.lease);
  if (admission.delayMs > 0) await sleep(admission.delayMs);
  return undefined;
}

async function authenticate(exchange: Exchange): Promise<Refusal | undefined> {
  const { running, incoming, params } = exchange;
  const { headers, address } = incoming;
  exchange.meter.stage("auth");
  const found = running.identity.authenticate({ headers, query: params, address });
  if (isRefusal(found)) return found;
  exchange.principal = found;
  if (running.limiter === undefined) return undefined;
  exchange.meter.stage("limits");
  return admit(exchange, await running.limiter.arrive(found));
}

const noBody = { kind: "json", value: undefined, isCanonical: true } as const;

/** The request in one form; undefined where the client left. */
async function readRequest(exchange: Exchange): Promise<ModelRequest | Refusal | undefined> {
  const { running, incoming, surface, params } = exchange;
  const { bodyBytes } = running.limits;
  exchange.meter.stage("read");
  const length = Number(incoming.headers["content-length"] ?? 0);
  if (length > bodyBytes)
    return {
      status: 413,
      code: "body_too_large",
      message: `The body has more than ${bodyBytes} bytes.`,
    };
  const sent = await readBody(incoming.request, bodyBytes);
  if (sent === "gone") return undefined;
  if (!Buffer.isBuffer(sent)) return sent;
  const coding = incoming.headers["content-encoding"];
  const bytes = coding === undefined ? sent : await unpack(sent, coding, bodyBytes);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const isBodiless = bytes.length === 0 && incoming.request.method !== "POST";
  const parsed = isBodiless ? noBody : parseJsonBytes(bytes);
  if (parsed.kind === "invalid") return badRequest(`The body cannot be read: ${parsed.problem}.`);
  const folded = foldedKey(parsed.value);
  if (folded !== undefined)
    return badRequest(
      `The body has a key that servers read differently: ${JSON.stringify(folded)}.`,
    );
  const request = surface.readRequest({ path: incoming.path, query: params, body: parsed.value });
  if ("problem" in request) return badRequest(request.problem);
  exchange.raw = bytes;
  exchange.isChanged = !parsed.isCanonical;
  return request;
}

/** Everything that may say no before the model is asked. */
async function judge(exchange: Exchange, request: ModelRequest): Promise<Refusal | undefined> {
  const { running } = exchange;
  const early =
    tooLarge(exchange, request) ??
    unreadable(exchange, request) ??
    (await foreignReference(exchange, request));
  if (early !== undefined) return early;
  exchange.meter.stage("input-guards");
  const guarded = guardInput(exchange, request) ?? refusedTools(exchange, request);
  if (guarded !== undefined) return guarded;
  const judged = running.judge === undefined ? undefined : await judgeInput(exchange, request);
  if (judged !== undefined) return judged;
  return (await reserve(exchange, request)) ?? watchAbuse(exchange, request);
}

async function reserve(exchange: Exchange, request: ModelRequest): Promise<Refusal | undefined> {
  const { running, principal } = exchange;
  const { outputTokens: most, assumedOutputTokens } = running.limits;
  const wanted = request.maxOutputTokens;
  if (most !== undefined && (wanted === undefined || wanted > most)) {
    request.limitOutputTokens(most);
    exchange.isChanged = true;
  }
  if (running.limiter === undefined || principal === undefined) return undefined;
  exchange.meter.stage("limits");
  const outputTokens = Math.min(wanted ?? most ?? assumedOutputTokens, most ?? Infinity);
  if (wanted === undefined && most === undefined) {
    // What is reserved must hold: without a limit of its own a model could write more.
    request.limitOutputTokens(outputTokens);
    exchange.isChanged = true;
  }
  const { model } = request;
  const inputTokens = estimateInput(request);
  return admit(
    exchange,
    await running.limiter.reserve(principal, { model, inputTokens, outputTokens }),
  );
}

/** Keys that ask for how sure the model was, which is what copies of models are made from. */
const probabilityKeys = ["logprobs", "top_logprobs", "responseLogprobs"];

function coarsen(body: unknown): void {
  if (typeof body !== "object" || body === null) return;
  const record = body as Record<string, unknown>;
  for (const key of probabilityKeys) delete record[key];
  coarsen(record["generationConfig"]);
}

async function watchAbuse(exchange: Exchange, request: ModelRequest): Promise<Refusal | undefined> {
  const { running, principal } = exchange;
  if (running.abuse === undefined || principal === undefined) return undefined;
  const { response, delayMs, signs } = running.abuse.see(principal, request);
  if (response === "none") return undefined;
  const message = signs.map((sign) => `${sign.detector}: ${sign.message}`).join("; ");
  await record(exchange, { event: "incident", message });
  if (response === "block")
    return {
      status: 429,
      code: "abuse_suspected",
      message: "This use of the model is not allowed.",
    };
  if (response === "slow" && delayMs > 0) await sleep(delayMs);
  if (response === "coarsen") {
    coarsen(request.body);
    exchange.isChanged = true;
  }
  return undefined;
}

/** What an answer is held against. */
function prepareContext(exchange: Exchange, request: ModelRequest): void {
  const { running, principal } = exchange;
  const systemPrompts = [];
  const given = [];
  for (const { source, text, kind } of request.slots) {
    if (source === "system") systemPrompts.push(text);
    else if (source === "user" || kind === "tool-result") given.push(text);
  }
  const canary = running.canaryOf?.(principal?.session ?? "");
  if (canary !== undefined && request.body !== undefined) {
    request.addSystemText(canary);
    exchange.isChanged = true;
  }
  exchange.context = {
    systemPrompts,
    given,
    allowedHosts: running.allowedHosts,
    ...(canary !== undefined && { canaries: [canary] }),
  };
}

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

async function askModel(exchange: Exchange, request: ModelRequest): Promise<void> {
  const { running, incoming, surface, params } = exchange;
  exchange.meter.stage("upstream");
  const result = await running.upstreams.ask({
    provider: surface.provider,
    model: request.model,
    method: incoming.request.method ?? "POST",
    path: incoming.path,
    query: upstreamQuery(params),
    headers: incoming.headers,
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

async function proceed(exchange: Exchange): Promise<void> {
  const { running } = exchange;
  const refused = await authenticate(exchange);
  if (refused !== undefined) return refuse(exchange, refused);
  const request = await readRequest(exchange);
  if (request === undefined) return undefined;
  if (isRefusal(request)) return refuse(exchange, request);
  exchange.request = request;
  exchange.meter.model?.(request.model);
  const no = await judge(exchange, request);
  if (no !== undefined) return refuse(exchange, no);
  prepareContext(exchange, request);
  if (running.audit !== undefined) {
    const isWritten = await record(exchange, {
      event: "request",
      verdict: exchange.verdict,
      digests: { request: digestOf(exchange.raw!) },
      ...(exchange.detections.length > 0 && { detections: [...exchange.detections] }),
    });
    if (!isWritten) return refuse(exchange, auditFailed);
  }
  return askModel(exchange, request);
}

/** Takes one request through the whole pipeline. Never rejects. */
export async function runExchange(
  running: Running,
  incoming: Incoming,
  surface: Surface,
): Promise<void> {
  const exchange = beginExchange(running, incoming, surface);
  const { response } = incoming;
  const { telemetry } = running;
  if (telemetry !== undefined) {
    const traceparent = incoming.headers["traceparent"];
    const { name, provider } = surface;
    exchange.meter = telemetry.begin({ surface: name, provider, model: "", traceparent });
  }
  response.on("close", () => {
    if (response.writableFinished) return;
    exchange.isGone = true;
    exchange.cancel?.();
  });
  try {
    await proceed(exchange);
  } catch (error) {
    running.log({
      level: "error",
      message: "a fault in the gateway",
      exchange: exchange.id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    exchange.cancel?.();
    if (response.headersSent) response.destroy();
    else await refuse(exchange, internalFault);
  } finally {
    const { request } = exchange;
    await settleLeases(exchange, () => ({
      inputTokens: request === undefined ? 0 : estimateInput(request),
      outputTokens: 0,
    }));
  }
}
