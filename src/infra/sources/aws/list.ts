// Lists of APIs, page by page to the end.
import { at, isObject, listOf, textIn, type Json, type JsonObject } from "../live/json.ts";
import type { Answer, Client } from "./client/client.ts";
import type { Operation, Parameters } from "./client/operation.ts";
import type { Where } from "./table.ts";

/** What is listed. */
export interface PageQuestion {
  readonly call: Operation;
  readonly parameters: Parameters;
  readonly items: string;
  readonly page?: readonly [answer: string, question: string];
  readonly where: Where;
}

/** A page, or why there are no more. */
export type Page =
  | { readonly kind: "page"; readonly items: readonly Json[]; readonly answer: JsonObject }
  | Exclude<Answer, { kind: "told" }>;

/** Pages of one list that are read. */
const maxPages = 20_000;

/** Reads a list page by page; what is not a page comes last. */
export async function* pagesOf(client: Client, question: PageQuestion): AsyncGenerator<Page> {
  const { call, parameters, items, page, where } = question;
  const seen = new Set<string>();
  let next: string | undefined;
  for (let pages = 0; ; pages++) {
    const asked =
      next === undefined || page === undefined ? parameters : { ...parameters, [page[1]]: next };
    const answer = await client.call(call, { region: where.region, parameters: asked });
    if (answer.kind !== "told") {
      // Whoever has a first page has the others.
      yield pages > 0 && answer.kind === "unavailable" ? { ...answer, kind: "unread" } : answer;
      return;
    }
    const { value } = answer;
    const whole: JsonObject = isObject(value) ? value : { value };
    yield {
      kind: "page",
      items: items === "" ? [value] : itemsOf(at(value, items)),
      answer: whole,
    };
    next = page === undefined ? undefined : textIn(at(value, page[0]));
    if (next === undefined) return;
    if (pages + 1 >= maxPages || seen.has(next)) {
      const why = seen.has(next) ? "the same page again and again" : `more than ${maxPages} pages`;
      yield { kind: "unread", missing: `${call.service}:${call.name} (${why})` };
      return;
    }
    seen.add(next);
  }
}

/** A list in XML that has one element, or one that is said to be none. */
function itemsOf(value: Json | undefined): readonly Json[] {
  return isObject(value) ? [value] : listOf(value);
}
