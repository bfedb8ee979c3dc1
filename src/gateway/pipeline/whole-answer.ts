import { unpack } from "../server/body.ts";
import { sendJson } from "../server/reply.ts";
import { applyEdits } from "../../guard/edits.ts";
import type { ModelAnswer, ModelRequest, Refusal, Slot } from "../surface.ts";
import { schemaRefusal } from "./answer-schema.ts";
import { readWhole, type UpstreamAnswer } from "../upstreams/call.ts";
import { incomingHeaders } from "../upstreams/headers.ts";
import { keepAnswer } from "./cached.ts";
import {
  digestOf,
  giveReferences,
  outcomeOf,
  record,
  settleLeases,
  type Exchange,
} from "./exchange.ts";
import { estimateInput, estimateTokens } from "./input.ts";
import { parseJsonBytes } from "./json.ts";
import { auditFailed, badUpstream } from "./refusals.ts";
import { rulingsOf } from "./rulings.ts";
import { refuse, timing } from "./refuse.ts";

export interface AnswerGiven {
  readonly exchange: Exchange;
  readonly request: ModelRequest;
  readonly answer: UpstreamAnswer;
}

/** What a model's server sent, parsed. */
interface Sent {
  readonly bytes: Buffer;
  readonly value: unknown;
  readonly isCanonical: boolean;
}

async function receive({ exchange, answer }: AnswerGiven): Promise<Sent | Refusal> {
  const { answerBytes } = exchange.running.limits;
  const sent = await readWhole(answer, answerBytes);
  if (sent === undefined) return { ...badUpstream, message: "The answer is too large." };
  if (!Buffer.isBuffer(sent)) {
    const isLate = sent.kind === "timeout";
    return {
      status: isLate ? 504 : 502,
      code: isLate ? "upstream_timeout" : "upstream_failed",
      message: isLate
        ? "The model's server did not answer in time."
        : "The model's server broke off.",
    };
  }
  const coding = answer.headers["content-encoding"];
  const bytes = coding === undefined ? sent : await unpack(sent, String(coding), answerBytes);
  if (!Buffer.isBuffer(bytes)) return badUpstream;
  const parsed = parseJsonBytes(bytes);
  if (parsed.kind === "invalid") return badUpstream;
  return { bytes, value: parsed.value, isCanonical: parsed.isCanonical };
}

/** Judges every text of an answer; true where one was changed. */
async function guardSlots(
  slots: readonly Slot[],
  rule: ReturnType<typeof rulingsOf>,
): Promise<boolean | Refusal> {
  let isChanged = false;
  for (const { kind, text, tool, call, replace } of slots) {
    const isCall = kind === "tool-arguments";
    const asked = rule({ kind: isCall ? "tool-arguments" : "text", text, tool, call });
    const ruling = asked instanceof Promise ? await asked : asked;
    if (ruling.kind === "refuse") return ruling.refusal;
    if (ruling.edits.length === 0) continue;
    replace(applyEdits(text, ruling.edits));
    isChanged = true;
  }
  return isChanged;
}

/** What the answer cost, where its protocol does not say. */
function estimate({ slots }: ModelAnswer, request: ModelRequest): Exchange["usage"] {
  const outputTokens = slots.reduce((sum, { text }) => sum + estimateTokens(text.length), 0);
  return { inputTokens: estimateInput(request), outputTokens };
}

/** Takes an answer that comes in one piece through the guards; recorded before it leaves. */
export async function answerWhole(given: AnswerGiven): Promise<void> {
  const { exchange, request } = given;
  const { surface, incoming, running } = exchange;
  const sent = await receive(given);
  if ("status" in sent) return refuse(exchange, sent);
  const answer = surface.readAnswer(sent.value, request);
  exchange.usage = answer.usage ?? estimate(answer, request);
  exchange.meter.stage("output-guards");
  const prose = answer.slots.filter(({ kind }) => kind === "text");
  const placed = prose.map(({ pointer: where, text }) => ({ where, text }));
  const changed =
    schemaRefusal(exchange, request, placed) ??
    (await guardSlots(answer.slots, rulingsOf(exchange, request)));
  if (typeof changed === "object") {
    await settleLeases(exchange, () => exchange.usage!);
    return refuse(exchange, changed);
  }
  if (changed) exchange.verdict = "redact";
  await giveReferences(exchange, answer.references);
  await settleLeases(exchange, () => exchange.usage!);
  const bytes = changed || !sent.isCanonical ? JSON.stringify(answer.body) : sent.bytes;
  const { usage, verdict, detections } = exchange;
  if (running.audit !== undefined) {
    const isWritten = await record(exchange, {
      event: "answer",
      verdict,
      status: 200,
      usage,
      digests: { answer: digestOf(bytes) },
      ...(detections.length > 0 && { detections: [...detections] }),
    });
    if (!isWritten) return refuse(exchange, auditFailed);
  }
  keepAnswer(exchange, request, { answer, bytes });
  outcomeOf(exchange, 200);
  timing(exchange);
  sendJson(incoming.response, 200, {
    bytes,
    headers: { ...incomingHeaders(given.answer.headers), ...exchange.headers },
  });
  return undefined;
}
