// What the ids of a text model stand for: vocab.txt of WordPiece, or tokenizer.json of Hugging Face's tokenizers.
import { PaviseError } from "../../../core/errors.ts";

export interface Vocabulary {
  /** By id; undefined where an id has no token. */
  readonly tokens: readonly (string | undefined)[];
  /** Ids with a meaning of their own, such as [CLS] and padding. */
  readonly special: ReadonlySet<number>;
}

/** More tokens than any vocabulary has. */
const mostTokens = 4_000_000;

const bracketed = /^(?:\[[A-Za-z0-9_ ]+\]|<[^<>]+>|<\|[^|]+\|>)$/u;

function invalid(message: string): PaviseError {
  return new PaviseError("data-invalid", message, {
    hint: "Give the tokenizer.json or the vocab.txt that belongs to the model.",
  });
}

function ofPairs(
  pairs: Iterable<readonly [string, unknown]>,
  marked: ReadonlySet<number>,
): Vocabulary {
  const tokens: (string | undefined)[] = [];
  const special = new Set(marked);
  for (const [token, id] of pairs) {
    if (typeof id !== "number" || !Number.isInteger(id) || id < 0 || id >= mostTokens) {
      throw invalid(`the vocabulary has no usable id for ${JSON.stringify(token).slice(0, 40)}`);
    }
    tokens[id] = token;
    if (bracketed.test(token)) special.add(id);
  }
  if (tokens.length === 0) throw invalid("the vocabulary is empty");
  return { tokens, special };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function ofJson(text: string): Vocabulary {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new PaviseError("data-invalid", "the vocabulary is not JSON", { cause: error });
  }
  if (!isRecord(json)) throw invalid("the vocabulary is no object");
  // vocab.json is the table alone.
  const model = isRecord(json["model"]) ? json["model"] : { vocab: json };
  const { vocab } = model;
  const pairs: (readonly [string, unknown])[] = Array.isArray(vocab)
    ? vocab.map((entry: unknown, id) => [String(Array.isArray(entry) ? entry[0] : entry), id])
    : Object.entries(isRecord(vocab) ? vocab : {});
  const marked = new Set<number>();
  const added: readonly unknown[] = Array.isArray(json["added_tokens"]) ? json["added_tokens"] : [];
  for (const one of added) {
    if (!isRecord(one) || typeof one["content"] !== "string") continue;
    pairs.push([one["content"], one["id"]]);
    if (one["special"] === true && typeof one["id"] === "number") marked.add(one["id"]);
  }
  return ofPairs(pairs, marked);
}

/**
 * Reads tokenizer.json, vocab.json, or vocab.txt with one token a line.
 *
 * @throws `data-invalid` where it is none of them.
 */
export function readVocabulary(text: string): Vocabulary {
  if (text.trimStart().startsWith("{")) return ofJson(text);
  const lines = text.replace(/\r?\n$/u, "").split(/\r?\n/u);
  if (lines.length > mostTokens) throw invalid("the vocabulary has too many lines");
  return ofPairs(
    lines.map((token, id) => [token, id] as const),
    new Set(),
  );
}

/** What a token is: only tokens of one kind are swapped, so that a text stays one. */
export function kindOf(token: string): string {
  // ## is WordPiece's continuation; Ġ and ▁ are the space before a word in byte-level BPE and SentencePiece.
  const place = token.startsWith("##") ? "inner" : /^[Ġ▁]/u.test(token) ? "first" : "plain";
  const body = token.replace(/^(?:##|[Ġ▁])/u, "");
  if (/^\p{L}+$/u.test(body)) return `${place} letters`;
  if (/^\p{N}+$/u.test(body)) return `${place} digits`;
  if (/^[\p{P}\p{S}]+$/u.test(body)) return `${place} signs`;
  return `${place} mixed`;
}
