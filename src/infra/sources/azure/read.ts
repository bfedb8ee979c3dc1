import { PaviseError } from "../../../core/index.ts";
import type { Resource } from "../../resource.ts";
import { isObject, textIn, type Json } from "../live/json.ts";
import { createPace, eachAtOnce, type Pace, type PaceOptions } from "../live/pace.ts";
import type { Gap, LiveReading, Progress } from "../live/reading.ts";
import { resourceMaker, type LiveRecord } from "../live/resource.ts";
import {
  continueSnapshot,
  writeSnapshot,
  type Part,
  type PartContent,
  type SnapshotWriter,
} from "../live/snapshot.ts";
import { tokensOf } from "./auth/chain.ts";
import { createClient, type Call, type Client } from "./client.ts";
import { subscriptionsCall } from "./role.ts";
import { surroundingsOf, type Environment } from "./surroundings.ts";
import type { Table } from "./table.ts";
import { allTables } from "./tables/all.ts";
import { readTable } from "./walk.ts";

/** What is read, and how. */
export interface AzureOptions {
  /** Ids or names; all that can be seen where nothing is said. */
  readonly subscriptions?: readonly string[];
  readonly pace?: Omit<PaceOptions, "signal">;
  /** A file that the snapshot is written to; one that is not whole is continued. */
  readonly save?: string;
  readonly env?: Environment;
}

/** Who is told while it is read. */
export interface AzureHooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Each resource as it comes. With `keep: false` it is not kept for the answer. */
  readonly onResource?: (resource: Resource) => void;
  readonly keep?: boolean;
  readonly onCall?: (call: Call) => void;
}

interface Job {
  readonly part: Part;
  readonly table: Table;
  readonly subscription: string;
}

interface Reading {
  readonly options: AzureOptions;
  readonly hooks: AzureHooks;
  readonly client: Client;
  readonly problems: string[];
}

const jobsAtOnce = 12;

/**
 * Reads subscriptions of Azure. Throws `usage` for a subscription that cannot be seen, `service-failed`
 * without credentials that are let in, `interrupted`, and what writing a snapshot throws.
 */
export async function readAzure(
  options: AzureOptions = {},
  hooks: AzureHooks = {},
): Promise<LiveReading> {
  const { env = process.env } = options;
  const { signal, onCall } = hooks;
  const surroundings = surroundingsOf(env);
  const pace: Pace = createPace({ ...options.pace, signal });
  const tokens = tokensOf(env, surroundings);
  const client = createClient({ tokens, manager: surroundings.manager, pace, onCall });
  try {
    return await read({ options, hooks, client, problems: [] });
  } catch (error) {
    if (signal?.aborted === true && !(error instanceof PaviseError))
      throw new PaviseError("interrupted", "stopped before the subscriptions were read", {
        hint: options.save === undefined ? undefined : "The same command goes on where it stopped.",
      });
    throw error;
  }
}

async function read(reading: Reading): Promise<LiveReading> {
  const { options, hooks, problems, client } = reading;
  const time = new Date().toISOString();
  const accounts = await subscriptionsOf(reading);
  const jobs = accounts.flatMap(jobsOf);
  const head = { dialect: "azure", accounts, regions: [], time } as const;
  const { save } = options;
  const before = save === undefined ? undefined : await continueSnapshot(save, head);
  const writer =
    save === undefined
      ? undefined
      : writeSnapshot(save, { head, isContinued: before !== undefined });
  const collected = collect(reading, { total: jobs.length, writer });
  try {
    if (before === undefined) {
      writer?.plan(jobs.map(({ part }) => part));
      for (const problem of problems) writer?.problem(problem);
    }
    for (const { part } of jobs) {
      const content = before?.get(part.name);
      if (content !== undefined) collected.again(content);
    }
    await eachAtOnce(
      jobs.filter(({ part }) => before?.has(part.name) !== true),
      {
        atOnce: jobsAtOnce,
        work: async ({ part, table, subscription }) => {
          await readTable({ client, sink: collected.sinkOf(part), subscription }, table);
          writer?.done(part);
          collected.done();
        },
      },
    );
    writer?.end();
  } finally {
    writer?.close();
  }
  hooks.signal?.throwIfAborted();
  const { resources, gaps } = collected;
  return {
    resources,
    gaps,
    problems: problems.map((message) => ({ message })),
    accounts,
    regions: [],
    time,
  };
}

interface Subscription {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

function subscriptionIn(item: Json): Subscription | undefined {
  if (!isObject(item)) return undefined;
  const id = textIn(item["subscriptionId"]);
  if (id === undefined || !/^[\w-]+$/.test(id)) return undefined;
  return {
    id,
    name: textIn(item["displayName"]) ?? id,
    state: textIn(item["state"]) ?? "Enabled",
  };
}

const looksLikeId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The ids of the subscriptions that are read. */
async function subscriptionsOf({ client, options, problems }: Reading): Promise<readonly string[]> {
  const visible: Subscription[] = [];
  let refused: string | undefined;
  for await (const page of client.list(subscriptionsCall)) {
    if (page.kind === "page")
      visible.push(...page.items.flatMap((item) => subscriptionIn(item) ?? []));
    if (page.kind === "unread") refused = page.missing;
  }
  const { subscriptions: wanted = [] } = options;
  if (wanted.length === 0) {
    const live = visible.filter(({ state }) => !/^(?:Disabled|Deleted)$/i.test(state));
    if (live.length > 0) {
      if (refused !== undefined) problems.push(`not all subscriptions are listed: ${refused}`);
      return live.map(({ id }) => id);
    }
    throw new PaviseError(
      refused === undefined ? "usage" : "service-failed",
      refused === undefined
        ? "these credentials see no subscription"
        : `Azure does not say which subscriptions there are: ${refused}`,
      {
        hint: "Look whether the credentials are still good, and whether a role is assigned to them.",
      },
    );
  }
  const chosen = wanted.map((each) => {
    const found = visible.find(
      ({ id, name }) => id.toLowerCase() === each.toLowerCase() || name === each,
    );
    if (found !== undefined) return found.id;
    if (refused !== undefined && looksLikeId.test(each)) return each;
    throw new PaviseError("usage", `--subscription ${each}: these credentials do not see it`, {
      hint: "Give the id or the name of a subscription in which they have a role.",
    });
  });
  return [...new Set(chosen)];
}

function jobsOf(subscription: string): readonly Job[] {
  return allTables.map((table) => {
    const { type } = table;
    const part = { name: `${subscription} ${type}`, type, account: subscription };
    return { part, table, subscription };
  });
}

interface Collected {
  readonly resources: readonly Resource[];
  readonly gaps: readonly Gap[];
  readonly sinkOf: (part: Part) => {
    readonly record: (record: LiveRecord) => void;
    readonly gap: (gap: Gap) => void;
  };
  /** Takes what an earlier run has read. */
  readonly again: (content: PartContent) => void;
  readonly done: () => void;
}

function collect(
  { hooks }: Reading,
  { total, writer }: { readonly total: number; readonly writer: SnapshotWriter | undefined },
): Collected {
  const make = resourceMaker("azure");
  const resources: Resource[] = [];
  const gaps: Gap[] = [];
  const known = new Set<string>();
  let done = 0;

  function add(record: LiveRecord): boolean {
    // An assignment at a management group is told in each subscription below it.
    const name = `${record.type} ${record.address}`.toLowerCase();
    if (known.has(name)) return false;
    known.add(name);
    const resource = make(record);
    hooks.onResource?.(resource);
    if (hooks.keep !== false) resources.push(resource);
    return true;
  }
  function tell(): void {
    hooks.onProgress?.({ done, total, resources: known.size });
  }
  return {
    resources,
    gaps,
    sinkOf: (part) => ({
      record: (record) => {
        if (add(record)) writer?.record(part, record);
        if (known.size % 50 === 0) tell();
      },
      gap: (gap) => {
        gaps.push(gap);
        writer?.gap(part, gap);
      },
    }),
    again: (content) => {
      for (const record of content.records) add(record);
      gaps.push(...content.gaps);
      done++;
    },
    done: () => {
      done++;
      tell();
    },
  };
}
