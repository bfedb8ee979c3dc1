// Tokens and headers with which chat templates part turns. In the text of a user or a tool they let
// data speak as the system or as the model: tokenizers read them by their letters alone.
import type { Detection } from "../detection.ts";
import { canonicalise, type Canonical } from "../unicode/index.ts";
import { views, type View } from "../views/index.ts";

const scores = {
  /** A token of a template that is in use. */
  known: 0.95,
  /** Of the same form: `<|anything|>`. */
  form: 0.75,
  /** An end of text that is also markup. */
  markup: 0.6,
  /** A line that begins another's turn, alone and after one of the other side. */
  header: 0.4,
  turn: 0.7,
} as const;

const first = /[a-z]/i;
/** Names between `<|` and `|>`: ChatML, Llama 3 and 4, Phi, Harmony, Command R, Granite, GLM, Kimi, Qwen, DeepSeek. */
const pipeName =
  /^(?:im_(?:start|end|sep|user|assistant|system|middle)|endof(?:text|prompt)|(?:begin|end)_?of_?(?:text|turn|role|sentence)|start_of_role|(?:start|end)_header_id|header_(?:start|end)|e(?:ot|om)(?:_id)?|system|user|assistant|tool|end|start|channel|message|call|return|constrain|python_(?:tag|start|end)|ipython|fim_\w+|repo_name|file_sep|tool_(?:call|calls|response|outputs?)(?:_\w+)?|observation|(?:start|end)_of_turn_token|(?:system|user|chatbot)_token|bos_token|eos_token|vision_(?:start|end)|image(?:_pad)?|audio\w*|reserved_special_token_\d+|startoftext|sep|pad|unk|think)$/i;
const pipeForm = /^\|\s?([A-Za-z][\w▁ ]{0,40}?)\s?\|\s?>/;
/** `<start_of_turn>`, `<bos>`, `<<SYS>>`, `</s>`, `<tool_call>`. */
const angleForm =
  /^(?:\/?(?:start_of_turn|end_of_turn|start_of_image|bos|eos|tool_call|tool_response|function_results|function_calls|sop|eop)>|<\s?\/?SYS\s?>>|\|?\/?s>)/;
/** Mistral and Llama 2: `[INST]`, `[/INST]`, `[SYSTEM_PROMPT]`, `[TOOL_CALLS]`; GLM's `[gMASK]`. */
const squareForm =
  /^\s?\/?(?:INST|SYS|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|PREFIX|MIDDLE|SUFFIX|gMASK|sMASK)\s?\]/;
/** Anthropic's older turns, Vicuna's, and Alpaca's. */
const headerForm =
  /^[ \t>*]{0,4}(?:(human|user)|(assistant|ai|model|gpt)|(system|developer))[ \t*]{0,3}:|^###\s?(?:(instruction|input|human|user)|(response|assistant)|(system))\s?:/i;
const longestToken = 48;

interface Found {
  readonly rule: string;
  readonly score: number;
  readonly start: number;
  readonly end: number;
}

function* anglesOf(text: string): Generator<Found> {
  const hasStrike = text.includes("<s>");
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) {
    let next = text.charCodeAt(at + 1);
    let skipped = 1;
    if (next === 32) next = text.charCodeAt(at + ++skipped);
    const isCandidate =
      next === 124 || next === 60 || next === 47 || first.test(String.fromCharCode(next));
    if (!isCandidate) continue;
    const ahead = text.slice(at + skipped, at + longestToken);
    const pipe = pipeForm.exec(ahead);
    if (pipe !== null) {
      const name = pipe[1]!.replaceAll(/[▁ ]+/g, "_");
      const isKnown = pipeName.test(name);
      // A pipeline of F# or Elm has spaces.
      if (isKnown || !/\s/.test(pipe[0]))
        yield {
          rule: isKnown ? "chat-token" : "token-form",
          score: isKnown ? scores.known : scores.form,
          start: at,
          end: at + skipped + pipe[0].length,
        };
      continue;
    }
    const angle = skipped === 1 ? angleForm.exec(ahead) : null;
    if (angle === null) continue;
    const isMarkup = angle[0] === "/s>" || angle[0] === "s>";
    if (isMarkup && (hasStrike ? text.includes("</s>") : angle[0] === "s>")) continue;
    yield {
      rule: isMarkup ? "end-of-text" : "chat-token",
      score: isMarkup ? scores.markup : scores.known,
      start: at,
      end: at + 1 + angle[0].length,
    };
  }
}

function* squaresOf(text: string): Generator<Found> {
  for (let at = text.indexOf("["); at >= 0; at = text.indexOf("[", at + 1)) {
    const square = squareForm.exec(text.slice(at + 1, at + 24));
    if (square === null) continue;
    yield { rule: "chat-token", score: scores.known, start: at, end: at + 1 + square[0].length };
  }
}

/** Lines that begin a turn. One alone is a heading; one side's after the other's is a conversation. */
function headersOf(text: string): readonly Found[] {
  const found: (Found & { readonly side: number })[] = [];
  for (let line = 0; line >= 0 && line < text.length;) {
    const code = text.charCodeAt(line) | 32;
    // h, u, a, m, g, s, d, #, space, >, *
    if ("huamgsd# >*\t".includes(String.fromCharCode(code)) || code === 35) {
      const header = headerForm.exec(text.slice(line, line + 32));
      if (header !== null) {
        const side = (header[1] ?? header[4]) ? 1 : (header[2] ?? header[5]) ? 2 : 3;
        found.push({
          rule: "role-header",
          score: scores.header,
          start: line,
          end: line + header[0].length,
          side,
        });
      }
    }
    const next = text.indexOf("\n", line);
    if (next < 0) break;
    line = next + 1;
  }
  const isTurns = found.some(({ side }) => side !== found[0]!.side);
  const score = isTurns ? scores.turn : scores.header;
  return found.map(({ rule, start, end }) => ({ rule, score, start, end }));
}

function tokensIn(text: string): readonly Found[] {
  const found = [...anglesOf(text), ...squaresOf(text), ...headersOf(text)];
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A text that was read already, so that it is not read twice. */
export interface TokenGiven {
  readonly canonical?: Canonical;
  readonly views?: readonly View[];
}

/** Tokens and headers of chat templates in a text, in any disguise. Linear. */
export function findTemplateTokens(text: string, given: TokenGiven = {}): readonly Detection[] {
  const canonical = given.canonical ?? canonicalise(text);
  const detections: Detection[] = [];
  const taken = new Set<number>();
  for (const { rule, score, start, end } of tokensIn(canonical.text)) {
    const span = canonical.toOriginal(start, end);
    const disguise = canonical.disguiseOf(span);
    taken.add(span.start);
    detections.push({
      kind: "template-tokens",
      rule,
      score,
      ...span,
      ...(disguise && { disguise }),
    });
  }
  for (const view of given.views ?? views(canonical)) {
    for (const { rule, score, start, end } of tokensIn(view.text)) {
      const span = view.toOriginal(start, end);
      // Headers in what was decoded are a text's own.
      if (rule === "role-header" || taken.has(span.start)) continue;
      taken.add(span.start);
      const { disguise } = view;
      detections.push({ kind: "template-tokens", rule, score, ...span, disguise });
    }
  }
  return detections;
}

/**
 * How a token is written so that no tokenizer takes it for one and a person still reads it: a space
 * after its first sign, before the colon of a header.
 */
export function neutralised(token: string): string {
  const plain = canonicalise(token).text;
  if (/^\s*[<[]/.test(plain)) return plain.replace(/[<[]/, "$& ").replace(/^(< <)(?=\S)/, "< < ");
  return plain.endsWith(":") ? `${plain.slice(0, -1)} :` : plain;
}
