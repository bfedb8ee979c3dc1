// Any server that takes and gives JSON: the user writes what is sent, and where the scores are.
import { countOf } from "../../batch.ts";
import { follow, nested, repliesOf } from "./answers.ts";
import { failed, jsonOf, type Sender } from "./http.ts";
import type { Protocol } from "./protocols.ts";
import type { Endpoint } from "./schema.ts";

const places = ["$inputs", "$input", "$flat", "$count"];

function has(body: unknown, places: readonly string[]): boolean {
  if (typeof body === "string") return places.includes(body);
  if (typeof body !== "object" || body === null) return false;
  return Object.values(body).some((each) => has(each, places));
}

function filled(body: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (typeof body === "string") return Object.hasOwn(values, body) ? values[body] : body;
  if (Array.isArray(body)) return body.map((each) => filled(each, values));
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([key, each]) => [key, filled(each, values)]));
}

/** Asks by a template. */
export function openTemplate(url: URL, endpoint: Endpoint, sender: Sender): Protocol {
  const { body = "$inputs", scores = "" } = endpoint;
  if (!has(body, places.slice(0, 3)))
    throw failed(
      "the template has no place for inputs",
      'Write "$inputs", "$input" or "$flat" where they belong.',
    );
  const isSingle = !has(body, ["$inputs"]);
  return {
    described: { name: url.host + url.pathname },
    ...(isSingle ? { maxBatch: 1 } : {}),
    async ask(batch) {
      const count = countOf(batch);
      const { data, shape } = batch;
      const sent = filled(body, {
        $inputs: nested(data, shape),
        $input: nested(data, shape.slice(1)),
        $flat: Array.from(data),
        $count: count,
      });
      const answer = jsonOf(
        await sender.send(url, {
          bytes: JSON.stringify(sent),
          headers: { "content-type": "application/json" },
        }),
        url.host,
      );
      const found = follow(answer, scores);
      const isOne = count === 1 && (!Array.isArray(found) || found.length !== 1 || isSingle);
      // For one input the answer may be its row itself, or a list with that row.
      const values = isOne && !(Array.isArray(found) && found.length === 1) ? [found] : found;
      if (!Array.isArray(values))
        throw failed("the answer has no list of scores", "State with `scores` where they are.");
      return repliesOf(values, count, endpoint.classNames);
    },
  };
}
