import { readBody, unpack } from "../server/body.ts";
import type { ModelRequest, Refusal, Surface } from "../surface.ts";
import { fits } from "../limits/rules.ts";
import { answerCached } from "./cached.ts";
import { admit, reserve, watchAbuse } from "./admission.ts";
import { askModel } from "./ask.ts";
import {
  beginExchange,
  digestOf,
  outcomeOf,
  record,
  settleLeases,
  type Exchange,
  type Incoming,
} from "./exchange.ts";
import {
  foreignReference,
  guardInput,
  judgeInput,
  refusedTools,
  tooLarge,
  unreadable,
} from "./input.ts";
import { parseJsonBytes } from "./json.ts";
import { auditFailed, badRequest, internalFault, isRefusal } from "./refusals.ts";
import { clientLeft, refuse } from "./refuse.ts";
import { foldedKey } from "./folded-keys.ts";
import type { Running } from "./running.ts";
import { markConversation } from "./trust.ts";

async function authenticate(exchange: Exchange): Promise<Refusal | undefined> {
  const { running, incoming, params } = exchange;
  const { headers, address } = incoming;
  exchange.meter.stage("auth");
  const found = running.identity.authenticate({ headers, query: params, address });
  if (isRefusal(found)) return found;
  exchange.principal = found;
  if (!found.scopes.includes("models"))
    return { status: 403, code: "scope_missing", message: "This key is not for models." };
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
  // A surface that needs a body says so itself; some of POST's have none.
  const parsed = bytes.length === 0 ? noBody : parseJsonBytes(bytes);
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

/** Letters with which all canaries of a gateway begin: in an answer, they are another session's. */
const canaryMark = "cn-01234567-".length;

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
    ...(canary !== undefined && {
      canaries: [canary],
      foreignCanaries: [canary.slice(0, canaryMark)],
    }),
  };
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
  const { model } = request;
  if (model !== "" && !fits(exchange.principal?.models, model)) {
    const message = `This key is not for the model ${model}.`;
    return refuse(exchange, { status: 403, code: "model_not_allowed", message });
  }
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
  if (await answerCached(exchange, request)) return undefined;
  await markConversation(exchange, request);
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
    await settleLeases(exchange, () => "unknown");
    // Whoever left before there was anything to answer is counted as well; the first end of all counts.
    outcomeOf(exchange, clientLeft);
  }
}
