import { unknown } from "../rules.ts";
import { isObject, type JsonObject } from "../values.ts";
import { emitAs, type Place, type Rule, type Scope, valueAt, type Walk, write } from "../walk.ts";

/** As many alternatives as OpenAI gives at most. */
const mostAlternatives = 20;

/**
 * Log probabilities say the text again, token by token, and what the model nearly said. Each way through the tokens
 * (those chosen, the likeliest, the second …) is a text of its own; where one must not pass, all of them go.
 * `tokensOf` gives the ways, most alternatives last.
 */
export function logProbabilities(
  waysOf: (value: JsonObject) => readonly (readonly string[])[],
): Rule {
  return (place, scope, walk) => {
    const value = valueAt(place);
    if (!isObject(value) && !Array.isArray(value)) return unknown(place, scope, walk);
    const holder: JsonObject = isObject(value) ? value : { content: value };
    for (const [way, tokens] of waysOf(holder)
      .slice(0, mostAlternatives + 2)
      .entries())
      emitWay(place, scope, { walk, way, text: tokens.join("") });
  };
}

function emitWay(
  place: Place,
  scope: Scope,
  given: { readonly walk: Walk; readonly way: number; readonly text: string },
): void {
  if (given.text === "") return;
  const at = { ...place, channel: `${place.channel}/${given.way}` };
  emitAs(
    at,
    { ...scope, kind: "text" },
    { walk: given.walk, text: given.text, put: () => write(place, null) },
  );
}

/** `content` and `refusal` of chat, or the list of responses: `{token, top_logprobs: [{token}]}`. */
export const tokenLogProbabilities = logProbabilities((value) => {
  const ways: string[][] = [];
  for (const key of Object.keys(value)) {
    const positions = value[key];
    if (!Array.isArray(positions)) continue;
    for (const position of positions) {
      if (!isObject(position)) continue;
      add(ways, 0, position["token"]);
      const others = position["top_logprobs"];
      if (!Array.isArray(others)) continue;
      for (const [rank, other] of others.entries())
        add(ways, rank + 1, isObject(other) ? other["token"] : other);
    }
  }
  return ways;
});

/** Completions: parallel lists, and objects whose names are the tokens. */
export const completionLogProbabilities = logProbabilities((value) => {
  const ways: string[][] = [];
  const { tokens, top_logprobs: others } = value;
  if (Array.isArray(tokens)) for (const token of tokens) add(ways, 0, token);
  if (Array.isArray(others))
    for (const position of others) {
      if (!isObject(position)) continue;
      for (const [rank, token] of Object.keys(position).entries()) add(ways, rank + 1, token);
    }
  // Newer servers answer here as chat does.
  const { content } = value;
  if (Array.isArray(content))
    for (const position of content) if (isObject(position)) add(ways, 0, position["token"]);
  return ways;
});

function add(ways: string[][], way: number, token: unknown): void {
  if (typeof token !== "string") return;
  while (ways.length <= way) ways.push([]);
  ways[way]?.push(token);
}
