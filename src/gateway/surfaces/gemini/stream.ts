import type {
  AnswerStream,
  EventReading,
  ModelRequest,
  Refusal,
  WireEvent,
} from "../../surface.ts";
import { rootOf, written } from "../walk.ts";
import {
  emptyReading,
  isBlock,
  isDone,
  readingOf,
  serverEvent,
  startStream,
  walkEvent,
} from "../stream.ts";
import { isObject, type JsonObject, listOf, numberOf } from "../values.ts";
import { plainOr } from "../rules.ts";
import { geminiAnswer } from "./tables.ts";
import { errorBody, usageOf } from "./shared.ts";
import { eitherOf } from "./parts.ts";

/** What the events before told, for the one that ends a stream. */
interface Told {
  model: string;
  id: string;
  readonly open: Set<number>;
}

/** The stream of an answer: whole answers, of which each has a part of the text. */
export function openStream(request: ModelRequest | undefined): AnswerStream {
  const memory = startStream();
  const told: Told = { model: "", id: "", open: new Set() };
  const read = (event: WireEvent): EventReading => {
    const { data } = event;
    if (data === undefined) return emptyReading(memory, isDone(event.raw));
    const walk = walkEvent(memory);
    geminiAnswer(rootOf(data), { ...written, isWhole: false }, walk);
    const body = isObject(data) ? data : {};
    const isLast = isObject(body["error"]);
    const ends = finished(body, told);
    return readingOf(memory, walk, { ends: isLast ? [""] : ends, usage: usageOf(body), isLast });
  };
  const isArray = request?.framing === "json-array";
  const refuse = (refusal: Refusal): string => {
    const last = lastEvent(refusal, told);
    return isArray ? JSON.stringify(last) : serverEvent(last);
  };
  return { read, refuse };
}

function finished(body: JsonObject, told: Told): readonly string[] {
  told.model = plainOr(body["modelVersion"], told.model);
  told.id = plainOr(body["responseId"], told.id);
  const ends: string[] = [];
  for (const [position, candidate] of listOf(body, "candidates").entries()) {
    if (!isObject(candidate)) continue;
    const index = numberOf(candidate, "index") ?? position;
    const reason = eitherOf(candidate, "finishReason", "finish_reason");
    if (reason === undefined || reason === null || reason === "") told.open.add(index);
    else {
      told.open.delete(index);
      ends.push(`candidates/${index}`);
    }
  }
  return ends;
}

/** A block finishes every open candidate as the provider's own safety does; a fault is an error. */
function lastEvent(refusal: Refusal, told: Told): unknown {
  if (!isBlock(refusal)) return errorBody(refusal);
  const open = told.open.size === 0 ? [0] : [...told.open];
  return {
    candidates: open.map((index) => ({
      index,
      finishReason: "SAFETY",
      finishMessage: refusal.message,
    })),
    modelVersion: told.model,
    responseId: told.id,
  };
}
