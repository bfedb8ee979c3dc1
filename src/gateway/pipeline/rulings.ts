import type { Edit } from "../../guard/contract.ts";
import type { ToolCall } from "../parts.ts";
import type { Ruling, WholeText } from "../stream/pump-contract.ts";
import { mergeEdits, restoringEdits } from "../stream/restoring.ts";
import type { ModelRequest, Refusal } from "../surface.ts";
import { guardedArguments } from "./call-arguments.ts";
import { note, type Exchange } from "./exchange.ts";
import { judged } from "./input.ts";
import { blockedOutput, guardFailed } from "./refusals.ts";
import { isHistoryWhole, untrustedContext } from "./trust.ts";

const none: readonly Edit[] = [];

/** What of the request a decision on a tool's call needs; gathered when the first call is made. */
function callContext(
  request: ModelRequest,
): Pick<ToolCall, "untrusted" | "trusted" | "earlier" | "isHistoryWhole"> {
  const untrusted = request.slots
    .filter(({ kind }) => kind === "tool-result")
    .map((slot) => slot.text);
  const earlier = request.slots
    .filter(({ kind }) => kind === "tool-arguments")
    .map(({ tool }) => tool ?? "");
  const trusted = request.slots
    .filter(({ kind, source }) => kind === "text" && (source === "user" || source === "system"))
    .map((slot) => slot.text);
  return { untrusted, trusted, earlier, isHistoryWhole: isHistoryWhole(request) };
}

/** Judges whole texts of one answer: the same for streamed ones and others. */
export function rulingsOf(exchange: Exchange, request: ModelRequest) {
  const { running, principal } = exchange;
  const { guard, judge, tools } = running;
  const earlier: string[] = [];
  let context: ReturnType<typeof callContext> | undefined;
  let trust: ReturnType<typeof untrustedContext> | undefined;

  /** What a guard says of it; `none` where it may pass as it is. */
  function guarded(text: string): readonly Edit[] | Refusal {
    if (guard === undefined || text === "") return none;
    try {
      const { verdict, detections, edits } = guard.output(text, exchange.context);
      note(exchange, "output", detections);
      if (verdict === "block") return blockedOutput(detections);
      return edits;
    } catch (error) {
      running.log({
        level: "error",
        message: "a guard failed",
        exchange: exchange.id,
        error: error instanceof Error ? error.message : String(error),
      });
      return guardFailed;
    }
  }

  /** With what was masked in the request put back. */
  function restored({ kind, text }: WholeText, edits: readonly Edit[]): readonly Edit[] {
    const { vault } = exchange;
    if (vault === undefined) return edits;
    return mergeEdits(edits, restoringEdits(text, vault, { isJson: kind === "tool-arguments" }));
  }

  async function callRefusal(whole: WholeText): Promise<Refusal | undefined> {
    if (tools === undefined || principal === undefined) return undefined;
    const tool = whole.tool ?? "";
    context ??= callContext(request);
    const before = [...context.earlier, ...earlier];
    earlier.push(tool);
    trust ??= untrustedContext(exchange, request);
    const { verdict, message } = await tools.judgeCall({
      principal,
      tool,
      declaration: request.tools.find(({ name }) => name === tool),
      argumentsText: whole.text,
      ...context,
      ...(await trust),
      earlier: before,
    });
    if (verdict === "allow") return undefined;
    return { status: 403, code: "tool_call_refused", message };
  }

  async function slowly(whole: WholeText, edits: readonly Edit[]): Promise<Ruling> {
    const refusal =
      whole.kind === "tool-arguments"
        ? await callRefusal(whole)
        : judged(exchange, await judge!.ask("output", whole.text), "answer");
    if (refusal === undefined) return { kind: "pass", edits };
    exchange.verdict = "block";
    return { kind: "refuse", refusal };
  }

  return (whole: WholeText): Ruling | Promise<Ruling> => {
    const isCall = whole.kind === "tool-arguments";
    const edits = isCall ? guardedArguments(whole.text, guarded) : guarded(whole.text);
    if (!Array.isArray(edits)) {
      const refusal = edits as Refusal;
      if (refusal.code === "guard_blocked") exchange.verdict = "block";
      return { kind: "refuse", refusal };
    }
    const all = restored(whole, edits as readonly Edit[]);
    const isSlow = isCall ? tools !== undefined : judge?.reads.output === true && whole.text !== "";
    return isSlow ? slowly(whole, all) : { kind: "pass", edits: all };
  };
}
