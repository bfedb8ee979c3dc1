import { schemaProblem } from "../tools/schema.ts";
import type { ModelRequest, Refusal } from "../surface.ts";
import { note, type Exchange } from "./exchange.ts";
import { parseJson } from "./json.ts";
import { blockedOutput } from "./refusals.ts";

/** A text of an answer, and where it stands: a JSON pointer, or a stream's channel. */
export interface PlacedText {
  readonly where: string;
  readonly text: string;
}

/** What a model writes beside its answer has no schema to fit. */
const isBeside = /reason|think|thought|summar|refus|annotation|citation|transcript/iu;

/** The answer that a text belongs to, where there are several: the first two steps of its place. */
function answerOf({ where }: PlacedText): string {
  return where.split("/", 3).join("/");
}

function fits(text: string, schema: unknown): boolean {
  const parsed = parseJson(text);
  return parsed.kind === "json" && schemaProblem(parsed.value, schema) === undefined;
}

/** True where an answer is held against the schema that its request names, and so is held until it is whole. */
export function isSchemaAsked(exchange: Exchange, request: ModelRequest): boolean {
  return exchange.running.hasAnswerSchema && request.answerSchema !== undefined;
}

/**
 * Refuses an answer that is not the JSON that was asked for: neither one of its texts nor all of them joined
 * (some protocols send one text in parts).
 */
export function schemaRefusal(
  exchange: Exchange,
  request: ModelRequest,
  texts: readonly PlacedText[],
): Refusal | undefined {
  if (!isSchemaAsked(exchange, request)) return undefined;
  const answers = new Map<string, string[]>();
  for (const placed of texts) {
    if (placed.text.trim() === "" || isBeside.test(placed.where)) continue;
    const name = answerOf(placed);
    answers.set(name, [...(answers.get(name) ?? []), placed.text]);
  }
  for (const parts of answers.values()) {
    const schema = request.answerSchema;
    if (parts.some((text) => fits(text, schema)) || fits(parts.join(""), schema)) continue;
    const end = parts.reduce((sum, text) => sum + text.length, 0);
    const found = [
      { kind: "schema-mismatch", rule: "answer-schema", score: 1, start: 0, end },
    ] as const;
    note(exchange, "output", found);
    exchange.verdict = "block";
    return blockedOutput(found);
  }
  return undefined;
}
