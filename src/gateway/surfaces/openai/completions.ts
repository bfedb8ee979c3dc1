import type { ModelRequest, RequestGiven, Surface } from "../../surface.ts";
import {
  asked,
  childOf,
  type Place,
  rootOf,
  type Rule,
  type Scope,
  valueAt,
  type Walk,
} from "../walk.ts";
import {
  bodyObject,
  choicesOf,
  flagOf,
  isProblem,
  modelRequest,
  outputLimit,
  walkRequest,
} from "../request.ts";
import { as, fields, plain, text, unknown } from "../rules.ts";
import { errorBody, modelOf, pathPattern, settings } from "./shared.ts";
import { completionLogProbabilities } from "./logprobs.ts";
import { openChatStream, readChatAnswer, wantsLogProbabilities } from "./chat.ts";
import { answerTable } from "./chat-tables.ts";

const path = pathPattern("/completions");
const answer = answerTable(completionLogProbabilities);

/** OpenAI's completions, which base models and many other servers still have. */
export const openaiCompletions: Surface = {
  name: "openai-completions",
  provider: "openai",
  matches: (method, given) => method === "POST" && path.test(given),
  framing: "sse",
  readRequest,
  readAnswer: (body, request) => readChatAnswer(body, { table: answer, request }),
  openStream: (request) => openChatStream({ table: answer, object: "text_completion", request }),
  errorBody,
};

/** Text, a list of texts, or lists of token ids, which nobody can read here. */
export const textOrTokens: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (!Array.isArray(value)) return text(place, scope, walk);
  if (value.some(isNumber)) walk.unreadable.push(place.pointer);
  for (let index = 0; index < value.length; index++) listItem(place, { index, scope, walk });
};

function listItem(
  place: Place,
  given: { readonly index: number; readonly scope: Scope; readonly walk: Walk },
): void {
  const child = childOf(place, given.index);
  const value = valueAt(child);
  if (Array.isArray(value) && value.some(isNumber)) given.walk.unreadable.push(child.pointer);
  unknown(child, given.scope, given.walk);
}

const table = fields({
  ...settings,
  prompt: textOrTokens,
  suffix: text,
  response_format: as({ source: "system" }, unknown),
  prompt_embeds: ((place, _, walk) => {
    walk.unreadable.push(place.pointer);
  }) satisfies Rule,
  logprobs: plain,
});

function readRequest(given: RequestGiven): ModelRequest | { readonly problem: string } {
  const body = bodyObject(given.body);
  if (isProblem(body)) return body;
  const isStream = flagOf(body, "stream", false);
  if (isProblem(isStream)) return isStream;
  const choices = choicesOf(body, ["n", "best_of"]);
  if (isProblem(choices)) return choices;
  const walk = walkRequest();
  table(rootOf(body), asked, walk);
  const prompts = Array.isArray(body["prompt"])
    ? body["prompt"].filter((item) => !isNumber(item)).length
    : 1;
  return modelRequest(walk, {
    surface: "openai-completions",
    model: modelOf(body, given.path),
    isStream,
    body,
    limit: outputLimit(body, {
      names: ["max_tokens"],
      choices: choices * Math.max(1, prompts),
      // With `echo`, none at all is how the probabilities of a given text are asked for.
      least: body["echo"] === true ? 0 : 1,
    }),
    addSystemText: (added) => {
      prepend(body, added);
    },
    wantsLogProbabilities: wantsLogProbabilities(body),
  });
}

function isNumber(value: unknown): boolean {
  return typeof value === "number";
}

/** There is no system prompt here: the text goes before each prompt. */
function prepend(body: Record<string, unknown>, added: string): void {
  const { prompt } = body;
  if (typeof prompt === "string") body["prompt"] = `${added}\n\n${prompt}`;
  if (!Array.isArray(prompt)) return;
  for (const [index, item] of prompt.entries())
    if (typeof item === "string") prompt[index] = `${added}\n\n${item}`;
}
