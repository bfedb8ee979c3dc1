import type { GuardResult, Source } from "../../guard/contract.ts";
import { applyEdits } from "../../guard/edits.ts";
import { openSpotlight, type SpotlightMethod } from "../../guard/spotlight.ts";
import type { ModelRequest, Refusal, Slot } from "../surface.ts";
import { note, type Exchange } from "./exchange.ts";
import { joinedTexts } from "./joined-texts.ts";
import { memoryOf } from "./remembering-guard.ts";
import { badRequest, blockedInput, guardFailed, isRefusal } from "./refusals.ts";

/** Sizes that a request must keep to. */
export function tooLarge(exchange: Exchange, request: ModelRequest): Refusal | undefined {
  const { limits } = exchange.running;
  const chars = request.slots.reduce((sum, { text }) => sum + text.length, 0);
  if (chars > limits.promptChars) {
    const message = `The request's texts have more than ${limits.promptChars} characters.`;
    return { status: 413, code: "prompt_too_large", message };
  }
  const { attachments } = request;
  if (attachments.length > limits.attachments)
    return badRequest(`The request has more than ${limits.attachments} attachments.`);
  const bytes = attachments.reduce((sum, attachment) => sum + attachment.bytes, 0);
  if (bytes > limits.attachmentBytes) {
    const message = `The request's attachments have more than ${limits.attachmentBytes} bytes.`;
    return { status: 413, code: "attachments_too_large", message };
  }
  return undefined;
}

/** Language to the model or from it that no guard can read. */
export function unreadable(exchange: Exchange, request: ModelRequest): Refusal | undefined {
  const { guard, isUnreadableLet } = exchange.running;
  const [first] = request.unreadable ?? [];
  if (first === undefined || guard === undefined || isUnreadableLet) return undefined;
  return badRequest(`The request has at ${first} what no guard can read.`);
}

/** Ids that a request refers to and that were never given to who asks. */
export async function foreignReference(
  exchange: Exchange,
  request: ModelRequest,
): Promise<Refusal | undefined> {
  const { ownership } = exchange.running;
  const { principal } = exchange;
  if (ownership === undefined || principal === undefined) return undefined;
  for (const { kind, id } of request.references) {
    if (await ownership.owns(principal, kind, id)) continue;
    // The same words whether it does not exist or is another's, so that ids cannot be tried out.
    return { status: 404, code: "not_found", message: `There is no such ${kind}.` };
  }
  return undefined;
}

/** What the guards say of one text; that one of them failed is no verdict. */
function judgedText(
  exchange: Exchange,
  { text, source }: { readonly text: string; readonly source: Source },
): GuardResult | Refusal {
  try {
    const tenant = exchange.principal?.tenant ?? "";
    const result = memoryOf(exchange.running.guard!).input(text, source, tenant);
    if (result.verdict !== "block") return result;
    note(exchange, "input", result.detections);
    exchange.verdict = "block";
    return blockedInput(result.detections);
  } catch (error) {
    exchange.running.log({
      level: "error",
      message: "a guard failed",
      exchange: exchange.id,
      error: error instanceof Error ? error.message : String(error),
    });
    return guardFailed;
  }
}

/**
 * Judges every text of a request, once, and what stands across the parts of a message. A secret that is cut over two
 * parts is not masked; who sends it so has it.
 */
export function guardInput(exchange: Exchange, request: ModelRequest): Refusal | undefined {
  const { guard, spotlight } = exchange.running;
  if (guard === undefined) return undefined;
  const replaced = new Map<Slot, string>();
  for (const slot of request.slots) {
    if (slot.text === "") continue;
    const result = judgedText(exchange, slot);
    if (isRefusal(result)) return result;
    const { detections, edits } = result;
    note(exchange, "input", detections);
    if (edits.length === 0) continue;
    const masks = exchange.vault?.hide(slot.text, result) ?? edits;
    replaced.set(slot, applyEdits(slot.text, masks));
    exchange.isChanged = true;
    exchange.verdict = "redact";
  }
  for (const joined of joinedTexts(request.slots)) {
    const result = judgedText(exchange, joined);
    if (isRefusal(result)) return result;
  }
  for (const [slot, text] of replaced) slot.replace(text);
  if (spotlight !== undefined) markUntrusted({ exchange, request, replaced, method: spotlight });
  return undefined;
}

interface MarkGiven {
  readonly exchange: Exchange;
  readonly request: ModelRequest;
  /** Texts that are not any more what their slots say. */
  readonly replaced: ReadonlyMap<Slot, string>;
  readonly method: SpotlightMethod;
}

/** Marks what tools answered, so that a model can tell it from orders. */
function markUntrusted({ exchange, request, replaced, method }: MarkGiven): void {
  const results = request.slots.filter(({ kind, text }) => kind === "tool-result" && text !== "");
  if (results.length === 0) return;
  const { mark, systemText } = openSpotlight(method);
  for (const slot of results) slot.replace(mark(replaced.get(slot) ?? slot.text));
  request.addSystemText(systemText);
  exchange.isChanged = true;
}

/** Lets a second model read what the guards let pass. */
export async function judgeInput(
  exchange: Exchange,
  request: ModelRequest,
): Promise<Refusal | undefined> {
  const { judge } = exchange.running;
  if (judge === undefined || !judge.reads.input) return undefined;
  const texts = request.slots.filter(({ source }) => source === "user" || source === "tool");
  if (texts.length === 0) return undefined;
  const answer = await judge.ask("input", texts.map(({ text }) => text).join("\n\n"));
  return judged(exchange, answer, "request");
}

/** What a judge's answer means: its failure is an error with a policy of its own. */
export function judged(
  exchange: Exchange,
  answer: Awaited<ReturnType<NonNullable<Exchange["running"]["judge"]>["ask"]>>,
  what: "request" | "answer",
): Refusal | undefined {
  const { judge, log } = exchange.running;
  if (answer.kind === "allow") return undefined;
  if (answer.kind === "block") {
    exchange.verdict = "block";
    log({ level: "info", message: "the judge said no", exchange: exchange.id });
    return { status: 400, code: "guard_blocked", message: `The ${what} was blocked by the judge.` };
  }
  log({
    level: "error",
    message: "the judge failed",
    exchange: exchange.id,
    error: answer.message,
  });
  return judge?.onFailure === "open"
    ? undefined
    : { status: 503, code: "judge_failed", message: "The model that judges gave no answer." };
}

/** Declared tools that the policy does not let the model see. */
export function refusedTools(exchange: Exchange, request: ModelRequest): Refusal | undefined {
  const { tools } = exchange.running;
  const { principal } = exchange;
  if (tools === undefined || principal === undefined || request.tools.length === 0)
    return undefined;
  const [first] = tools.judgeTools(principal, request.tools).refused;
  if (first === undefined) return undefined;
  exchange.verdict = "block";
  return { status: 403, code: "tool_refused", message: first.message };
}

/** Tokens of a text as far as can be said without the model's own vocabulary; rather too many. */
export function estimateTokens(chars: number): number {
  return Math.ceil(chars / 3) + 4;
}

/** Tokens that a request may cost before the model has read it. */
export function estimateInput(request: ModelRequest): number {
  let tokens = 0;
  for (const { text } of request.slots) tokens += estimateTokens(Buffer.byteLength(text));
  // An image costs about a thousand at most models; a file's bytes are mostly not text.
  return tokens + request.attachments.length * 1000;
}
