import { setTimeout as sleep } from "node:timers/promises";
import type { Admission } from "../parts.ts";
import type { ModelRequest, Refusal } from "../surface.ts";
import { record, type Exchange } from "./exchange.ts";
import { estimateInput } from "./input.ts";

/** Takes what a limiter says; a refusal, or undefined where the request may go on. */
export async function admit(
  exchange: Exchange,
  admission: Admission,
): Promise<Refusal | undefined> {
  // Both decisions have limits of their own, and a client hears of all of them (lists, RFC 9651).
  for (const [name, value] of Object.entries(admission.headers)) {
    const known = name.startsWith("ratelimit") ? exchange.headers[name] : undefined;
    exchange.headers[name] = known === undefined ? value : `${known}, ${value}`;
  }
  if (admission.kind === "refused") return admission.refusal;
  exchange.leases.push(admission.lease);
  if (admission.delayMs > 0) await sleep(admission.delayMs);
  return undefined;
}

/** Reserves what a request may cost at most, and holds it to that. */
export async function reserve(
  exchange: Exchange,
  request: ModelRequest,
): Promise<Refusal | undefined> {
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
const probabilityKeys = [
  "logprobs",
  "top_logprobs",
  "responseLogprobs",
  "response_logprobs",
] as const;

function coarsen(body: unknown): void {
  if (typeof body !== "object" || body === null) return;
  const record = body as Record<string, unknown>;
  for (const key of probabilityKeys) delete record[key];
  // The Responses API asks for them by name: `message.output_text.logprobs`.
  const { include } = record;
  if (Array.isArray(include))
    record["include"] = include.filter((each) => !String(each).endsWith("logprobs"));
  for (const key of ["generationConfig", "generation_config", "options"]) coarsen(record[key]);
}

/** Lets those who watch how somebody asks have their say. */
export async function watchAbuse(
  exchange: Exchange,
  request: ModelRequest,
): Promise<Refusal | undefined> {
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
