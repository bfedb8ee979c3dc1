// Walks the tables: what is listed, what is asked of each, what becomes a resource.
import { isObject, unreadJson, type Json, type JsonObject } from "../live/json.ts";
import { eachAtOnce } from "../live/pace.ts";
import type { Gap } from "../live/reading.ts";
import { textOfBody, type LiveRecord } from "../live/resource.ts";
import type { Client } from "./client/client.ts";
import { permissionOf, type Parameters } from "./client/operation.ts";
import { isRegion } from "./client/services.ts";
import { pagesOf } from "./list.ts";
import { everyTable, taken, type Seen, type Step, type Table, type Where } from "./table.ts";

/** Where what is read goes, as it comes. */
export interface Sink {
  readonly record: (record: LiveRecord) => void;
  readonly gap: (gap: Gap) => void;
  /** Told of what was listed and lies in a region that is not read. */
  readonly elsewhere: (type: string, region: string) => void;
}

/** What a walk needs. */
export interface Walk {
  readonly client: Client;
  readonly sink: Sink;
  /** How many of what is listed newest first. */
  readonly recent: number;
  /** Regions that are read; things that are listed for all regions but lie elsewhere are left out. */
  readonly regions: ReadonlySet<string>;
}

const atOnce = 8;

/** Reads all resources of a table in one place. */
export async function readTable(
  walk: Walk,
  {
    table,
    where,
    parent,
  }: { readonly table: Table; readonly where: Where; readonly parent?: Seen },
): Promise<void> {
  const { list } = table;
  if (list === undefined) return readItem(walk, { table, where, parent, item: {} });
  const parameters = typeof list.with === "function" ? list.with(where, parent) : (list.with ?? {});
  if (parameters === undefined) return;
  let left = list.isRecent === true ? walk.recent : Infinity;
  const { call, items, page } = list;
  for await (const got of pagesOf(walk.client, { call, parameters, items, page, where })) {
    if (got.kind === "unread") giveGaps(walk, { table, where, missing: got.missing });
    if (got.kind !== "page") return;
    const some = got.items.slice(0, left);
    left -= some.length;
    await eachAtOnce(some, {
      atOnce,
      work: (item) => readItem(walk, { table, where, parent, item }),
    });
    if (left <= 0) return;
  }
}

/** Everything that would have come of a list is a gap, down to what is listed for each. */
function giveGaps(
  { sink }: Walk,
  {
    table,
    where,
    missing,
  }: { readonly table: Table; readonly where: Where; readonly missing: string },
): void {
  const { account, region } = where;
  const types = everyTable([table]).flatMap(({ type, also }) => [type, ...(also?.types ?? [])]);
  for (const type of new Set(types))
    sink.gap({ type, account, ...(table.isGlobal === true ? {} : { region }), missing });
}

async function readItem(
  walk: Walk,
  {
    table,
    where,
    parent,
    item,
  }: { table: Table; where: Where; parent: Seen | undefined; item: Json },
): Promise<void> {
  // Lists of names are lists of things that have only a name.
  const known: JsonObject = isObject(item) ? item : { name: item };
  let seen: Seen = { ...where, item: known, body: {}, parent };
  seen = { ...seen, body: taken(table.takes, { answer: known, seen }) };
  if (table.wants?.(seen) === false) return;
  for (const [index, step] of (table.steps ?? []).entries()) {
    const told = await readStep(walk, { step, seen });
    seen = { ...seen, body: { ...seen.body, ...told } };
    if (index > 0 || table.regionOf === undefined) continue;
    const said = table.regionOf(seen);
    const region = said !== undefined && isRegion(said) ? said : undefined;
    if (region !== undefined && table.isShared !== true && !walk.regions.has(region))
      return walk.sink.elsewhere(table.type, region);
    if (region !== undefined) seen = { ...seen, region };
  }
  give(walk, { table, seen });
  for (const child of table.children ?? [])
    await readTable(walk, { table: child, where, parent: seen });
}

function give(walk: Walk, { table, seen }: { readonly table: Table; readonly seen: Seen }): void {
  const { sink } = walk;
  const { account, region } = seen;
  const isEverywhere = table.isGlobal === true && table.regionOf === undefined;
  const place = { account, ...(isEverywhere ? {} : { region }) };
  const { type, list } = table;
  const address = table.address(seen);
  // What has no name cannot be told from its like, and would be lost among it.
  if (address === "") {
    const said = list === undefined ? type : permissionOf(list.call);
    return giveGaps(walk, { table, where: seen, missing: `${said} (an answer without names)` });
  }
  sink.record({ type, address, ...place, text: textOfBody(shown(seen.body)) });
  for (const { type, address, body } of table.also?.of(seen) ?? [])
    sink.record({ type, address, ...place, text: textOfBody(body) });
}

function shown(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith("$")));
}

/** What a step tells, or what it would have told, each attribute as unread. */
async function readStep(
  walk: Walk,
  { step, seen }: { readonly step: Step; readonly seen: Seen },
): Promise<JsonObject> {
  const parameters = step.with(seen);
  if (parameters === undefined) return {};
  if (!isMany(parameters)) {
    const got = await askStep(walk, { step, seen, parameters });
    if (got === undefined) return {};
    return "missing" in got
      ? unread(step, got.missing)
      : taken(step.takes, { answer: got.answer, seen });
  }
  const all: JsonObject[] = [];
  for (const each of parameters) {
    const got = await askStep(walk, { step, seen, parameters: each });
    if (got === undefined) continue;
    if ("missing" in got) return unread(step, got.missing);
    all.push(got.answer);
  }
  return taken(step.takes, { answer: { all }, seen });
}

function isMany(
  parameters: Parameters | readonly Parameters[],
): parameters is readonly Parameters[] {
  return Array.isArray(parameters);
}

function unread({ takes }: Step, missing: string): JsonObject {
  return Object.fromEntries(Object.keys(takes).map((name) => [name, unreadJson(missing)]));
}

type Told = { readonly answer: JsonObject } | { readonly missing: string };

async function askStep(
  { client }: Walk,
  {
    step,
    seen,
    parameters,
  }: { readonly step: Step; readonly seen: Seen; readonly parameters: Parameters },
): Promise<Told | undefined> {
  const { call, items, page } = step;
  if (items === undefined) {
    const answer = await client.call(call, { region: seen.region, parameters });
    if (answer.kind === "told")
      return { answer: isObject(answer.value) ? answer.value : { value: answer.value } };
    return answer.kind === "absent" ? undefined : { missing: answer.missing };
  }
  const all: Json[] = [];
  for await (const got of pagesOf(client, { call, parameters, items, page, where: seen })) {
    if (got.kind === "page") all.push(...got.items);
    else return got.kind === "absent" ? undefined : { missing: got.missing };
  }
  // A list whose call says no more than that is kept under its own name.
  return { answer: { [items.split(".").at(-1) ?? permissionOf(call)]: all, items: all } };
}
