import type { Rule } from "../walk.ts";
import { reference } from "../media.ts";
import { isObject } from "../values.ts";
import { schema } from "../schema.ts";
import { as, fields, opaque, plain, scoped, text, unknown } from "../rules.ts";
import { logProbabilities } from "../openai/logprobs.ts";
import { tool } from "./tools.ts";
import { content, eitherOf, isCamel, part } from "./parts.ts";

/** Log probabilities: the tokens that were chosen, and the likeliest of each position. */
const logprobs = logProbabilities((value) => {
  const chosen = eitherOf(value, "chosenCandidates", "chosen_candidates");
  const top = eitherOf(value, "topCandidates", "top_candidates");
  const ways: string[][] = [[]];
  for (const one of Array.isArray(chosen) ? chosen : []) addToken(ways, 0, one);
  for (const position of Array.isArray(top) ? top : []) {
    const others = isObject(position) ? position["candidates"] : undefined;
    for (const [rank, other] of (Array.isArray(others) ? others : []).entries())
      addToken(ways, rank + 1, other);
  }
  return ways;
});

function addToken(ways: string[][], way: number, candidate: unknown): void {
  const token = isObject(candidate) ? candidate["token"] : undefined;
  if (typeof token !== "string") return;
  while (ways.length <= way) ways.push([]);
  ways[way]?.push(token);
}

const whole = { isWhole: true } as const;

const candidate: Rule = scoped(
  (object, scope, { place }) => ({
    ...scope,
    target: place.channel,
    afterReplace: () => {
      for (const name of ["logprobsResult", "logprobs_result"])
        Reflect.deleteProperty(object, name);
    },
  }),
  fields(
    {
      index: plain,
      content: fields({ role: plain, parts: part }, isCamel),
      finishReason: plain,
      finishMessage: as(whole, text),
      safetyRatings: plain,
      citationMetadata: as(whole, unknown),
      groundingMetadata: as(
        whole,
        fields(
          { searchEntryPoint: fields({ renderedContent: text, sdkBlob: opaque }, isCamel) },
          isCamel,
        ),
      ),
      urlContextMetadata: as(whole, unknown),
      logprobsResult: logprobs,
      continuationToken: opaque,
    },
    isCamel,
  ),
);

/** An answer, or an event of one. */
export const geminiAnswer: Rule = fields(
  {
    candidates: candidate,
    promptFeedback: fields(
      { blockReason: plain, blockReasonMessage: as(whole, text), safetyRatings: plain },
      isCamel,
    ),
    usageMetadata: plain,
    modelVersion: plain,
    modelStatus: as(whole, plain),
    responseId: plain,
    createTime: plain,
    error: as(whole, unknown),
    embedding: fields({ values: opaque }),
    embeddings: fields({ values: opaque }),
  },
  { ...isCamel, isRestWhole: true },
);

/** A request of any of the actions. */
export const geminiRequest: Rule = fields(
  {
    model: plain,
    contents: content,
    content,
    systemInstruction: as({ source: "system" }, content),
    tools: tool,
    toolConfig: plain,
    safetySettings: plain,
    generationConfig: as(
      { source: "system" },
      fields(
        {
          stopSequences: text,
          responseMimeType: plain,
          responseSchema: schema,
          responseJsonSchema: schema,
          responseModalities: plain,
          speechConfig: plain,
          mediaResolution: plain,
          thinkingConfig: plain,
          imageConfig: plain,
          maxOutputTokens: plain,
          candidateCount: plain,
        },
        isCamel,
      ),
    ),
    cachedContent: reference("cache"),
    labels: plain,
    serviceTier: plain,
    taskType: plain,
    title: text,
    requests: (place, scope, walk) => geminiRequest(place, scope, walk),
    generateContentRequest: (place, scope, walk) => geminiRequest(place, scope, walk),
    embedContentConfig: fields({ taskType: plain, title: text, mimeType: plain }, isCamel),
  },
  isCamel,
);
