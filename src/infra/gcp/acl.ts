import { fail, pass, unknown, type Answer } from "../answer.ts";
import type { Fact } from "../fact.ts";
import { textOf, type List } from "../value.ts";

/** No entry such as `READER:allUsers` in a list. */
export function mustNameNobody(entities: Fact<List>): Answer {
  if (entities.kind === "absent") return pass;
  if (entities.kind === "unread")
    return { kind: "not-assessed", at: entities.at, missing: entities.missing };
  if (entities.kind !== "known") return unknown(entities.at, entities.cause);
  const { items, open } = entities.value;
  let vague = open;
  for (const item of items) {
    const text = textOf(item);
    if (text === undefined) vague ??= "one of the entries is known when it exists";
    else if (/:all(?:Authenticated)?Users$/.test(text)) return fail(item.at);
  }
  return vague === undefined ? pass : unknown(entities.at, vague);
}
