import { createHash } from "node:crypto";
import { contentTypes } from "../stream/framing.ts";
import type { Framing } from "../stream/frames.ts";
import { createPump } from "../stream/pump.ts";
import type { Pump, PumpEnd } from "../stream/pump-contract.ts";
import { openOutlet, sendJson } from "../server/reply.ts";
import type { ModelRequest, Refusal, Surface, Usage } from "../surface.ts";
import type { UpstreamAnswer } from "../upstreams/call.ts";
import { incomingHeaders } from "../upstreams/headers.ts";
import { isSchemaAsked, schemaRefusal } from "./answer-schema.ts";
import { giveReferences, note, outcomeOf, record, settleLeases } from "./exchange.ts";
import { estimateInput, estimateTokens } from "./input.ts";
import { listen, type Source } from "./listen-answer.ts";
import { auditFailed, blockedOutput } from "./refusals.ts";
import { rulingsOf } from "./rulings.ts";
import { clientLeft, timing } from "./refuse.ts";
import type { AnswerGiven } from "./whole-answer.ts";

/** How an answer is framed, by what it says itself; undefined where it comes in one piece after all. */
export function streamFraming(given: {
  readonly surface: Surface;
  readonly request: ModelRequest;
  readonly answer: UpstreamAnswer;
}): Framing | undefined {
  const { surface, request, answer } = given;
  const wanted = request.framing ?? surface.framing;
  if (wanted === "none") return undefined;
  const type = String(answer.headers["content-type"] ?? "").toLowerCase();
  if (type.startsWith("text/event-stream")) return "sse";
  if (type.startsWith("application/x-ndjson")) return "ndjson";
  // A server that does not stream says so with JSON, where the stream itself would be none.
  if (type.startsWith("application/json") && wanted === "sse") return undefined;
  return wanted;
}

/** Takes a streamed answer through the guards, event by event. */
export function answerStream(given: AnswerGiven & { readonly framing: Framing }): Promise<void> {
  const { exchange, request, answer, framing } = given;
  const { surface, incoming, running } = exchange;
  const { response } = incoming;
  const { limits } = running;
  const digest = running.audit === undefined ? undefined : createHash("sha256");

  return new Promise((resolve) => {
    let hasBegun = false;
    let isClosed = false;
    let source: Source = answer;
    /** Chunks that came while something was judged. */
    const backlog: Buffer[] = [];
    let busy: Promise<void> | undefined;
    /** Reasons for which the upstream has to wait. */
    const waits = { client: false, guard: false };

    const outlet = openOutlet({
      response,
      slowReaderMs: limits.slowReaderMs,
      onFull: () => hold("client"),
      onDrained: () => go("client"),
      onTooSlow: () =>
        running.log({
          level: "warning",
          message: "a client read too slowly",
          exchange: exchange.id,
        }),
    });

    function begin(): void {
      hasBegun = true;
      exchange.meter.firstToken();
      timing(exchange);
      response.writeHead(200, {
        "content-type": contentTypes[framing],
        "cache-control": "no-cache",
        // Reverse proxies would collect a stream into one piece (nginx's own header).
        "x-accel-buffering": "no",
        ...incomingHeaders(answer.headers),
        ...exchange.headers,
      });
    }

    function write(text: string): void {
      if (response.destroyed) return;
      if (!hasBegun) begin();
      digest?.update(text);
      outlet.write(text);
    }

    /** Settles and records; called before the end of the answer leaves, or when the client has left. */
    async function beforeEnd(end: PumpEnd): Promise<Refusal | undefined> {
      if (isClosed) return undefined;
      return conclude({ given, end, digest: digest?.copy().digest("hex") });
    }

    const rule = rulingsOf(exchange, request);
    const pump: Pump = createPump({
      framing,
      stream: surface.openStream(request),
      guard: running.guard,
      context: exchange.context,
      vault: exchange.vault,
      isHeldWhole: running.judge?.reads.output === true || isSchemaAsked(exchange, request),
      judge: (whole) => {
        const { kind, where = "", text } = whole;
        const misfit =
          kind === "text" ? schemaRefusal(exchange, request, [{ where, text }]) : undefined;
        return misfit === undefined ? rule(whole) : { kind: "refuse", refusal: misfit };
      },
      refusalOf: blockedOutput,
      onDetections: (found) => note(exchange, "output", found),
      onFault: (error) =>
        running.log({
          level: "error",
          message: "a guard failed",
          exchange: exchange.id,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
      beforeEnd,
      write,
      writeRefusal: (refusal, text) => {
        if (hasBegun) write(text);
        // Nothing has left yet, so that the refusal can have a status of its own.
        else {
          const bytes = JSON.stringify(surface.errorBody(refusal));
          sendJson(response, refusal.status, { bytes, headers: exchange.headers });
        }
      },
      limits,
    });
    const clock = setTimeout(() => {
      const message = "The answer took longer than the gateway lets a stream take.";
      void pump.refuse({ status: 504, code: "stream_too_long", message }).then(close);
    }, limits.streamMs);

    function take(chunk: Buffer): void {
      if (pump.isDone()) return;
      if (busy !== undefined) {
        backlog.push(chunk);
        return;
      }
      const wait = pump.push(chunk);
      if (wait !== undefined) busy = catchUp(wait);
      else if (pump.isDone()) close();
    }

    async function catchUp(wait: Promise<void>): Promise<void> {
      hold("guard");
      await wait;
      for (let next = backlog.shift(); next !== undefined; next = backlog.shift())
        await pump.push(next);
      busy = undefined;
      go("guard");
    }

    function hold(why: keyof typeof waits): void {
      waits[why] = true;
      source.pause();
    }

    function go(why: keyof typeof waits): void {
      waits[why] = false;
      if (pump.isDone()) close();
      else if (!waits.client && !waits.guard) source.resume();
    }

    async function after(last: () => Promise<void>): Promise<void> {
      await busy;
      if (!isClosed) await last();
      close();
    }

    /** The answer is over, one way or the other. */
    function close(): void {
      if (isClosed) return;
      const end = pump.now();
      clearTimeout(clock);
      if (!pump.isDone() || end.kind === "refused") answer.cancel();
      else letEnd(source, answer);
      if (!pump.isDone()) {
        void beforeEnd(end).finally(resolve);
        isClosed = true;
        outcomeOf(exchange, clientLeft);
        return;
      }
      isClosed = true;
      outcomeOf(exchange, end.refusal?.status ?? 200, end.refusal);
      if (!hasBegun && !response.headersSent) begin();
      outlet.end();
      resolve();
    }

    response.on("close", close);
    source = listen(answer, {
      data: take,
      end: () => void after(() => pump.end()),
      fail: (refusal) => void after(() => pump.refuse(refusal)),
    });
  });
}

/** Milliseconds in which a body must end after its protocol's last event. */
const endMs = 1000;

/** Where the protocol's last event has come, the body ends by itself and the connection lives on. */
function letEnd(source: Source, answer: UpstreamAnswer): void {
  source.resume();
  setTimeout(answer.cancel, endMs).unref();
}

interface Conclusion {
  readonly given: AnswerGiven;
  readonly end: PumpEnd;
  readonly digest: string | undefined;
}

/** What the answer cost: as the protocol tells, or where it did not come to that, by what was heard. */
function usageOf({ given, end }: Conclusion): Usage {
  const heard = estimateTokens(end.chars);
  const { usage } = end;
  if (usage === undefined)
    return { inputTokens: estimateInput(given.request), outputTokens: heard };
  const isTold = end.isWhole || usage.outputTokens >= heard;
  return isTold ? usage : { ...usage, outputTokens: heard };
}

async function conclude(conclusion: Conclusion): Promise<Refusal | undefined> {
  const { given, end, digest } = conclusion;
  const { exchange } = given;
  const { detections } = exchange;
  const usage = usageOf(conclusion);
  // A stream that broke off, or was broken off, may have gone on where nobody heard it.
  if (end.isWhole) exchange.usage = usage;
  if (end.verdict === "block" || exchange.verdict === "allow") exchange.verdict = end.verdict;
  await giveReferences(exchange, end.references);
  await settleLeases(exchange, () => "unknown");
  exchange.usage = usage;
  const { refusal } = end;
  const message = exchange.isGone
    ? "the client left"
    : refusal && `${refusal.code}: ${refusal.message}`;
  const isWritten = await record(exchange, {
    event: refusal === undefined ? "answer" : "refused",
    verdict: exchange.verdict,
    status: exchange.isGone ? clientLeft : (refusal?.status ?? 200),
    usage,
    ...(message !== undefined && { message }),
    ...(digest !== undefined && { digests: { answer: digest } }),
    ...(detections.length > 0 && { detections: [...detections] }),
  });
  return isWritten ? undefined : auditFailed;
}
