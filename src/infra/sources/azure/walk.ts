// Walks the tables: what is listed, what is asked of each, what becomes a resource.
import { isObject, textIn, unreadJson, type Json, type JsonObject } from "../live/json.ts";
import { eachAtOnce } from "../live/pace.ts";
import type { Gap } from "../live/reading.ts";
import { textOfBody, type LiveRecord } from "../live/resource.ts";
import type { Client } from "./client.ts";
import { everyTable, type Join, type Table } from "./table.ts";

/** Where what is read goes, as it comes. */
export interface Sink {
  readonly record: (record: LiveRecord) => void;
  readonly gap: (gap: Gap) => void;
}

/** What a walk needs. */
export interface Walk {
  readonly client: Client;
  readonly sink: Sink;
  readonly subscription: string;
}

const atOnce = 8;

/** Reads all resources of a table in a subscription. */
export async function readTable(walk: Walk, table: Table): Promise<void> {
  await readList(walk, { table, below: `/subscriptions/${walk.subscription}` });
}

interface Below {
  readonly table: Table;
  /** The subscription, or the id of the parent. */
  readonly below: string;
  /** The region of the parent, which children do not name. */
  readonly region?: string;
}

/** Reads a list to its end; says what kept it from being read wholly. */
async function readList(walk: Walk, where: Below): Promise<string | undefined> {
  const { table, below } = where;
  const { path, version, query, action, wants } = table;
  for await (const page of walk.client.list({ path: `${below}${path}`, version, query, action })) {
    if (page.kind === "absent") return undefined;
    if (page.kind === "unread") {
      giveGaps(walk, { table, missing: page.missing });
      return page.missing;
    }
    const items = page.items.filter(isObject).filter((item) => wants?.(item) !== false);
    await eachAtOnce(items, { atOnce, work: (item) => readItem(walk, { where, item }) });
  }
  return undefined;
}

/** Everything that would have come of a list is a gap, down to what is listed for each. */
function giveGaps(
  { sink, subscription }: Walk,
  { table, missing }: { readonly table: Table; readonly missing: string },
): void {
  for (const type of new Set(everyTable([table]).map((each) => each.type)))
    sink.gap({ type, account: subscription, missing });
}

async function readItem(
  walk: Walk,
  { where, item }: { readonly where: Below; readonly item: JsonObject },
): Promise<void> {
  const { table, below } = where;
  const id = idOf(item, { table, below });
  // What has no name cannot be told from its like, and would be lost.
  if (id === undefined)
    return giveGaps(walk, { table, missing: `${table.action} (an answer without names)` });
  const region = textIn(item["location"]) ?? where.region;
  const more: Record<string, Json | undefined> = {};
  for (const join of table.joins ?? []) {
    if (join.wants?.(item) === false) continue;
    more[join.name] = await readJoin(walk, { join, id });
  }
  for (const child of table.children ?? []) {
    if (child.of?.(item) === false) continue;
    const missing = await readList(walk, { table: child, below: id, region });
    // What could not be listed is said where it would be looked for: at the parent.
    if (missing !== undefined) more[nameOf(child)] = unreadJson(missing);
  }
  walk.sink.record({
    type: table.type,
    address: id,
    account: walk.subscription,
    ...(region === undefined ? {} : { region: plainRegion(region) }),
    text: textOfBody({ ...item, ...more }),
  });
}

/** `raiPolicies` of `Microsoft.CognitiveServices/accounts/raiPolicies`. */
function nameOf({ type }: Table): string {
  return type.slice(type.lastIndexOf("/") + 1);
}

/** "West Europe" and "westeurope" are the same place. */
function plainRegion(location: string): string {
  return location.replaceAll(" ", "").toLowerCase();
}

/**
 * The id of what was listed; made of its name where the answer has none. Further calls go to it, so it is
 * taken only where it is a plain path.
 */
function idOf(
  item: JsonObject,
  { table, below }: { readonly table: Table; readonly below: string },
): string | undefined {
  const id = textIn(item["id"]);
  if (id !== undefined && /^\/[^?#\\]+$/.test(id) && !id.includes("/../"))
    return id.replace(/\/+$/, "");
  const name = textIn(item["name"]);
  return name === undefined
    ? undefined
    : `${below}${table.path}/${encodeURIComponent(lastOf(name))}`;
}

/** Names of children are given as `account/child` by some services. */
function lastOf(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

/** What a join tells, or what it would have told, as unread. */
async function readJoin(
  { client }: Walk,
  { join, id }: { readonly join: Join; readonly id: string },
): Promise<Json | undefined> {
  const { path, version, action } = join;
  const call = { path: `${id}${path}`, version, action };
  if (join.isList !== true) {
    const answer = await client.call(call);
    if (answer.kind === "told") return answer.value;
    return answer.kind === "absent" ? undefined : unreadJson(answer.missing);
  }
  const all: Json[] = [];
  for await (const page of client.list(call)) {
    if (page.kind === "absent") return undefined;
    if (page.kind === "unread") return unreadJson(page.missing);
    all.push(...page.items);
  }
  return all;
}
