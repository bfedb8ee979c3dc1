// Walks the tables of a project: what is listed, what is asked of each, what becomes a resource.
import {
  at,
  isObject,
  objectsOf,
  textIn,
  unreadJson,
  type Json,
  type JsonObject,
} from "../live/json.ts";
import { eachAtOnce } from "../live/pace.ts";
import type { Gap } from "../live/reading.ts";
import { textOfBody, type LiveRecord } from "../live/resource.ts";
import type { Client, Query } from "./client.ts";
import { fullName, locationOf } from "./names.ts";
import type { ServiceName } from "./services.ts";
import { callsOf, type Call, type Join, type Table, type Where } from "./table.ts";

/** Where what is read goes, as it comes. */
export interface Sink {
  readonly record: (record: LiveRecord) => void;
  readonly gap: (gap: Gap) => void;
  /** Something of which people should know. */
  readonly note: (message: string) => void;
}

/** What a walk needs. */
export interface Walk {
  readonly client: Client;
  readonly sink: Sink;
  /** How many jobs of a kind and place are read. */
  readonly recent: number;
  /** Folders and organisations that are read already, or being read. */
  readonly above: Set<string>;
}

/** A project as calls name it. */
export type ProjectWhere = Where & { readonly project: string; readonly number?: string };

const atOnce = 8;
const maxPages = 10_000;

/** Says of a service that it is not enabled: there is nothing, and nothing was refused. */
export function giveOff({ sink }: Walk, service: ServiceName, where: ProjectWhere): void {
  const { project, number = project } = where;
  const name = `projects/${number}/services/${service}`;
  sink.record({
    type: "serviceusage.googleapis.com/Service",
    address: `//serviceusage.googleapis.com/${name}`,
    account: project,
    text: textOfBody({ name, state: "DISABLED" }),
  });
}

/** Pages of a list: each one's objects, or why there is none. */
type Page =
  | { readonly kind: "page"; readonly items: readonly JsonObject[]; readonly missing?: string }
  | { readonly kind: "off" }
  | { readonly kind: "unread"; readonly missing: string };

/** Objects of a list. A list without any is left out of an answer; what is there and no list is none. */
function itemsOf(value: JsonObject, path: string): readonly JsonObject[] | undefined {
  const [before, after] = path.split(".*.") as [string, string | undefined];
  const found = at(value, before);
  if (found === undefined) return [];
  if (after === undefined) return Array.isArray(found) ? objectsOf(found) : undefined;
  return isObject(found)
    ? Object.values(found).flatMap((each) => objectsOf(at(each, after)))
    : undefined;
}

/** Locations that a list over all of them left out. */
function leftOut(value: JsonObject, { permission }: Call): { readonly missing?: string } {
  const { unreachable } = value;
  if (!Array.isArray(unreachable) || unreachable.length === 0) return {};
  const where = unreachable.slice(0, 5).map(String).join(", ");
  return { missing: `${permission} (no answer from ${where})` };
}

/** Goes through the pages of a list. */
export async function* pagesOf(
  client: Client,
  where: Where,
  { list, items, page }: Pick<Table, "list" | "items" | "page">,
): AsyncGenerator<Page> {
  let token: string | undefined;
  for (let count = 0; count < maxPages; count++) {
    const query: Query = {
      ...(page === undefined ? {} : { [page[0]]: page[1] }),
      pageToken: token,
    };
    const reply = await client.ask(list, where, query);
    if (reply.kind === "absent") return;
    if (reply.kind !== "told") {
      yield reply;
      return;
    }
    const { value } = reply;
    const got = items === undefined ? [value] : itemsOf(value, items);
    if (got === undefined) {
      yield { kind: "unread", missing: `${list.permission} (an answer that is no list)` };
      return;
    }
    yield { kind: "page", items: got, ...leftOut(value, list) };
    const next = textIn(value["nextPageToken"]);
    if (next === undefined) return;
    // A server that gives the same page for ever tells no list.
    if (next === token) break;
    token = next;
  }
  yield { kind: "unread", missing: `${list.permission} (its pages do not end)` };
}

/** Reads a table in one place. False where its API is not enabled. */
export async function readTable(walk: Walk, table: Table, where: ProjectWhere): Promise<boolean> {
  let left = table.isMany === true ? walk.recent : Infinity;
  for await (const page of pagesOf(walk.client, where, table)) {
    if (page.kind === "off") return false;
    if (page.missing !== undefined) giveGaps(walk, { table, where, missing: page.missing });
    if (page.kind !== "page") return true;
    const some = page.items.slice(0, left);
    left -= some.length;
    await eachAtOnce(some, { atOnce, work: (item) => readItem(walk, { table, where, item }) });
    if (left <= 0) break;
  }
  return true;
}

/** What would have come of a list is a gap, down to what is listed for each. */
export function giveGaps(
  { sink }: Walk,
  { table, where, missing }: { table: Table; where: ProjectWhere; missing: string },
): void {
  const region = where["location"];
  for (const { type } of [table, ...(table.children ?? [])])
    sink.gap({
      type,
      account: where.project,
      ...(region === undefined ? {} : { region }),
      missing,
    });
}

async function readItem(
  walk: Walk,
  { table, where, item }: { table: Table; where: ProjectWhere; item: JsonObject },
): Promise<void> {
  const name = textIn(item["name"]);
  const here = { ...where, name };
  const body: Record<string, Json | undefined> = { ...item };
  for (const join of table.joins ?? []) body[join.key] = await joined(walk, join, here);
  const region = locationOf(item, where);
  walk.sink.record({
    type: table.type,
    address: fullName(table, item, where),
    account: where.project,
    ...(region === undefined ? {} : { region }),
    text: textOfBody(body),
  });
  for (const child of table.children ?? []) await readTable(walk, child, here);
}

/** What a second call tells; what was refused is written as such. */
export async function joined(
  { client }: Walk,
  join: Join,
  where: Where,
): Promise<Json | undefined> {
  const { call, part } = join;
  const reply = await client.ask(call, where);
  if (reply.kind === "told") return part === undefined ? reply.value : at(reply.value, part);
  if (reply.kind === "unread") return unreadJson(reply.missing);
  return reply.kind === "absent"
    ? undefined
    : unreadJson(`${call.permission} (${call.service} is not enabled)`);
}

/** The services that tables need, each with its tables. */
export function byService(tables: readonly Table[]): ReadonlyMap<ServiceName, readonly Table[]> {
  const found = new Map<ServiceName, Table[]>();
  for (const table of tables) {
    const [first] = callsOf([table]);
    if (first === undefined) continue;
    const list = found.get(first.service);
    if (list === undefined) found.set(first.service, [table]);
    else list.push(table);
  }
  return found;
}
